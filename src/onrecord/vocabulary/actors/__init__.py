"""Words for those who act: nouns of office and of groups, pronouns, given names."""
