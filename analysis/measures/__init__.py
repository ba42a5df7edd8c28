"""Pure statistics of paired comparisons: tables in, numbers out, no drawing and no files."""
