"""The assurance pack: what a reviewer asks for, gathered from the code, the stored results and fresh checks."""
