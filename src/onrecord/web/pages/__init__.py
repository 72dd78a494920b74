"""One page, one file: each takes the site, the request and the form of answer ("", "json", "csv")."""
