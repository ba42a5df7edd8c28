"""Documents: what one holds, and how it is written as HTML, Word, PDF and slides."""
