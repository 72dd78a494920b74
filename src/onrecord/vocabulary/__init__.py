"""The words: data files and one loader each."""
