"""What every new page of this server begins with: the words of the command line."""

words: tuple[str, ...] = ()
