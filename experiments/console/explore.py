"""`probgov explore`: two worlds side by side on a local web page."""

HELP = """Usage: probgov explore [a.key=value ...] [b.key=value ...] [key=value ...]

Opens a page on which two worlds move month by month on the same luck. Words are those of compare:
a. and b. describe one world each, all others are shared; everything can be changed on the page too.

  port=8765            the port; port=0 takes any that is free
  host=127.0.0.1       who can reach the page: this machine only, unless another address is given
  open=true|false      whether to open a browser
  service=toy          a small service; x10 and x100 are too large for a map
  view.month=57        the month to begin at (default: the switch), and view.colour= view.charts= view.panel= view.pdu=
                       as in the link that the page gives

Examples
  probgov explore
  probgov explore service=toy a.governance=hybrid b.governance=hybrid b.regime=narrative
  probgov explore a.shock=none b.shock=staffing_freeze port=9000 open=false
"""
KEYS = ("port", "host", "open", "view.month", "view.colour", "view.charts", "view.panel", "view.pdu")
WORDS = ()
PORT = 8765
LARGEST_PORT = 65535


def perform(request) -> int:
    """Serve the page until stopped."""
    from experiments.execute import make_ready
    from experiments.explorer.serve import LOOPBACK, check_installed, is_loopback, serve
    from experiments.progress import Progress
    from experiments.two_worlds.rejudging import word_chances
    from experiments.two_worlds.session import Session
    from experiments.two_worlds.view import of_words

    request.check_keys(KEYS, sides=True)
    port = request.whole("port", PORT, 0, LARGEST_PORT)
    host = request.text("host", LOOPBACK)
    browse = request.text("open", "true", ("true", "false")) == "true"
    if not is_loopback(host):
        request.say(f"host={host}: everyone who can reach this machine there can use the page, and run models on it")
    check_installed()
    of_words(request.rest())
    make_ready(Progress(1))
    of_each_level = {report.level: report for report in Session(request.rest()).a.reports.published}
    for report in of_each_level.values():  # compiled now, so that no page has to wait for it
        word_chances(report.visit, report.level, 1)
    serve(request.rest(), host, port, browse, request.say)
    return 0
