"""`probgov completion`: the lines that make a shell complete probgov's words."""

HELP = """Usage: probgov completion bash|zsh|fish

Prints what a shell needs to complete commands, keys and values. Add it to the shell's start-up file:

  bash   eval "$(probgov completion bash)"     in ~/.bashrc
  zsh    eval "$(probgov completion zsh)"      in ~/.zshrc, after compinit
  fish   probgov completion fish > ~/.config/fish/completions/probgov.fish

Examples
  probgov completion bash
"""
KEYS = ()
WORDS = ("shell",)
SCRIPTS = {
    "bash": r"""
_probgov() {
    local IFS=$'\n' line="${COMP_LINE:0:COMP_POINT}" word cut
    word="${line##*[[:space:]]}"
    COMPREPLY=($(probgov complete "$line" 2>/dev/null))
    # bash begins a new word after each = and replaces that alone
    if [[ "$word" == *=* && "$COMP_WORDBREAKS" == *=* ]]; then
        cut="${word%"${word##*=}"}"
        COMPREPLY=("${COMPREPLY[@]#"$cut"}")
    fi
    [[ "${COMPREPLY[0]}" == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _probgov probgov
""",
    "zsh": r"""
_probgov() {
    local -a found
    found=("${(@f)$(probgov complete "$LBUFFER" 2>/dev/null)}")
    compadd -Q -S '' -- "${found[@]}"
}
compdef _probgov probgov
""",
    "fish": r"""
complete -c probgov -f -a '(probgov complete (commandline -cp))'
""",
}


def perform(request) -> int:
    """Print the script of one shell."""
    from experiments.errors import UserError, unknown

    request.check_keys(KEYS)
    if len(request.words) != 1:
        raise UserError("completion needs the name of a shell: bash, zsh or fish.\nSee: probgov completion --help")
    if request.words[0] not in SCRIPTS:
        raise unknown("shell", request.words[0], SCRIPTS, "probgov completion --help")
    print(SCRIPTS[request.words[0]].strip())
    return 0
