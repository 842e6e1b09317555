"""The parts of the screen, each a pure function from the state to lines of text; `draw` puts them together.

Nothing of an article is ever taken for markup: text goes in as characters only, those that could steer a terminal as a mark.
What matters shows without colour: the claim's words are reversed, other claims dimmed.
"""

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from factdb.cli.screen.wrap import passage, shown, wrap
from factdb.cli.why import steps
from factdb.review.form import choices, field_names, typed
from factdb.review.state import KEYS, REASONS, State
from factdb.review.view import Decided, Shown
from factdb.spans import Span

BOLD, DIM, LIT, MARK = Style(bold=True), Style(dim=True), Style(bold=True, reverse=True), Style(underline=True, bold=True)
_LABEL = 14  # cells of a field's name
_VERDICTS = {"agrees": "=", "updates": "↑", "conflicts": "≠"}
MARGIN = 1  # cells left of the passage
_HINTS = ("?", "q", "v", "r", "c", "u", "z", "s", "a")  # the first of them stay in a narrow terminal
_ANYWHERE = ("?", "q", "z", "/", "j")
_SAID = 3  # lines at most of what was said last
_SAYS = {
    "reason": "Why is it wrong?   1 to 7   Enter without a reason   Esc back",
    "form": "Tab ↓ next field   Enter save   Esc leave",
    "edges": "← → move the end   Shift+← → or < > the start   Enter save   Esc leave",
    "words": "← → move the mark   Shift+→ or + longer   - shorter   Enter read   Esc leave",
    "hits": "↑ ↓ choose   Enter go there   Esc back",
    "help": "any key goes back",
}
_PROMPTS = {"note": "note", "search": "search for", "jump": "go to claim"}


def draw(state: State, width: int, height: int, curator: str) -> Text:
    """The whole screen, exactly `height` lines of at most `width` cells."""
    foot = _footer(state, width)
    body = _body(state, width, height - 1 - len(foot))
    lines = [_header(state, width, curator), *body]
    lines += [Text()] * (height - len(lines) - len(foot))
    return Text("\n").join([_fit(line, width) for line in (*lines[: max(0, height - len(foot))], *foot)[:height]])


def _body(state: State, width: int, height: int) -> list[Text]:
    if state.mode == "help":
        return [Text(), *(_help_line(*key) for key in KEYS)]
    if state.mode == "hits":
        return _hits(state, height)
    if state.shown is None:
        return [Text(), Text("  Nothing is left to review here.", BOLD), Text("  Other filters or articles may have more: factdb review --help, factdb add")]
    words = min(12, max(3, (height - 4) // 2))
    top = [_heading(state.shown, width), Text(), *_passage(state, state.shown, width - 2, words), Text("─" * width, DIM)]
    below = _why if state.why and state.mode == "claim" else _columns
    return top + below(state, state.shown, width, height - len(top))


def _header(state: State, width: int, curator: str) -> Text:
    rest = f" · about {_minutes(state.rest)} left" if state.rest and state.left else ""
    right = f"{state.done} done · {state.left:,} to go{rest} "
    left = f" factdb review · {shown(curator)}" + (f" · {state.shown.claim_id}" if state.shown else "")
    return Text(left[: max(0, width - cell_len(right) - 1)].ljust(width - cell_len(right)) + right, Style(reverse=True))


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{max(1, minutes)} min"


def _heading(claim: Shown, width: int) -> Text:
    home = claim.home
    where = f"{home.place} of {home.claims} in the article" + (", reviewed" if home.reviewed else "")
    source = " · ".join(shown(part) for part in (home.publisher, home.published_on, where) if part)
    title = Text(" " + shown(home.title or home.name), BOLD)
    title.truncate(max(10, width - cell_len(source) - 4), overflow="ellipsis")
    return Text.assemble(title, ("  " + source, DIM))


def _passage(state: State, claim: Shown, width: int, height: int) -> list[Text]:
    focus = state.span if state.span and state.mode == "words" else claim.span
    lit = [(claim.span if state.mode != "edges" or state.span is None else state.span, LIT)]
    lit += [(state.span, MARK)] if state.mode == "words" and state.span else []
    styles = [*((span, DIM) for span in claim.around), *lit]
    return [Text.assemble(" " * MARGIN, _line(claim.text, line, styles)) for line in passage(claim.text, focus, width, height)]


def _line(text: str, line: Span, styles: Iterable[tuple[Span, Style]]) -> Text:
    out = Text(shown(text[line.start : line.end]), Style(meta={"text": line.start}))
    for span, style in styles:
        if span.overlap(line):
            out.stylize(style, max(0, span.start - line.start), min(line.end, span.end) - line.start)
    return out


def _columns(state: State, claim: Shown, width: int, height: int) -> list[Text]:
    """The claim's fields on the left; on the right what others say, who decided, and the derivation when it is unfolded."""
    aside = _aside(state, claim)
    half = width // 2 if aside else width
    left = _form(state, height) if state.mode == "form" else [part for line in _fields(claim) for part in _folded(line, half - 1, _LABEL)]
    right = [part for line in aside for part in _folded(line, width - half - 2, 2)]
    out = []
    for at in range(min(height, max(len(left), len(right)))):
        line = _fit(left[at], half - 1) if at < len(left) else Text()
        if at < len(right):
            line.pad_right(half - line.cell_len)
            line = Text.assemble(line, ("│ ", DIM), right[at])
        out.append(line)
    return out


def _folded(line: Text, width: int, indent: int) -> list[Text]:
    """A line in as many as it takes, broken at words, the later ones set in."""
    out = []
    while line.cell_len > width > indent + 8:
        space = line.plain.rfind(" ", indent + 1, width + 1)
        cut = space if space > indent else width
        out.append(line[:cut])
        line = Text.assemble(" " * indent, line[cut + 1 :] if space > indent else line[cut:])
    return [*out, line]


def _why(_state: State, claim: Shown, width: int, height: int) -> list[Text]:
    """The derivation over the whole width, instead of the fields."""
    lines = []
    for step in steps(claim.derivation):
        text = shown(step)
        lines += [line.quote(text) for line in wrap(text, Span(0, len(text)), width - 4)]
    return [Text(f"  {line}") for line in lines[:height]]


def _fields(claim: Shown) -> list[Text]:
    """What the claim says; what is empty or goes without saying is left out."""
    reading = claim.reading
    about = f"{reading['status']}{', flagged' if reading.get('flagged') else ''} · {reading['confidence']:.2f} sure"
    values = {name: typed(reading, name) for name in field_names(reading["kind"])}
    lines = [_field(name, value) for name, value in values.items() if value and not _goes_without_saying(name, value, values)]
    return [*lines[:1], Text(" " * _LABEL + about, DIM), *lines[1:]]


def _goes_without_saying(name: str, value: str, values: Mapping[str, str]) -> bool:
    """Bounds that the value and its modifier give already, and the plain cases of modifier and stance."""
    return (name in ("low", "high") and value == values.get("value")) or (name, value) in (("modifier", "exact"), ("stance", "asserted"))


def _field(name: str, value: str, style: Style | None = None) -> Text:
    style = style or Style(bold=name in ("kind", "value", "date_start", "date_end"))
    return Text.assemble((f"{name.replace('_', ' '):>12}  ", DIM), (shown(_grouped(name, value)), style + Style(meta={"field": name})))


def _grouped(name: str, value: str) -> str:
    """A number with its thousands set apart, for the eye; it is typed and stored without."""
    whole, point, rest = value.partition(".")
    return f"{int(whole):,}{point}{rest}" if name in ("value", "low", "high") and whole.lstrip("-").isdecimal() and len(whole) > 4 else value


def _form(state: State, height: int) -> list[Text]:
    """Every field with the cursor in one; the part of the list that fits around it."""
    form = state.form
    assert form is not None
    first = max(0, min(form.at - height // 2, len(form.names) - height))
    lines = []
    for at, name in list(enumerate(form.names))[first : first + height]:
        if at == form.at:
            lines.append(_typed_line(name, form.line.text, form.line.at))
        else:
            lines.append(_field(name, form.values[name], Style(italic=form.values[name] != typed(form.reading, name))))
    return lines


def _typed_line(name: str, text: str, at: int) -> Text:
    out = Text.assemble((f"{name.replace('_', ' '):>11} ▸ ", BOLD), (shown(text) + " ", Style(underline=True)))
    out.stylize(Style(reverse=True), 14 + at, 15 + at)
    return out


def _aside(state: State, claim: Shown) -> list[Text]:
    if state.mode == "form" and state.form is not None:
        return _form_help(state)
    if state.mode == "reason":
        return [Text("Reject", BOLD), *(_reason(str(at), reason) for at, reason in enumerate(REASONS, 1))]
    lines = [line for decided in claim.decided[-3:] for line in _decided(decided)]
    for other in claim.others[:6]:
        head = Text.assemble(
            (f"{_VERDICTS.get(other.verdict, '·')} {other.verdict} ", BOLD), (shown(other.quote), LIT if other.verdict == "conflicts" else BOLD)
        )
        source = " · ".join(shown(part) for part in (other.article, other.published_on) if part)
        lines += [head, Text(f"  {source}", DIM), Text(f"  {shown(other.cause)}", DIM)]
    return lines


def _reason(key: str, reason: str) -> Text:
    return Text.assemble((f" {key} ", BOLD), (reason.replace("_", " "), Style(meta={"press": key})))


def _decided(decided: Decided) -> list[Text]:
    reason = f", {decided.reason.replace('_', ' ')}" if decided.reason else ""
    when = decided.at[:16].replace("T", " ")
    return [Text.assemble((f"{shown(decided.curator)}: {decided.what}", BOLD), reason), Text(f"  {when}  {shown(decided.comment or '')}", DIM)]


def _form_help(state: State) -> list[Text]:
    form = state.form
    assert form is not None
    title = Text("A claim that was missed" if state.missed else "Correct", BOLD)
    allowed = choices(form.kind, form.name)
    if allowed:
        return [title, Text("← → or a letter choose:", DIM), *(Text(f"  {one or '(empty)'}", LIT if one == form.line.text else Style()) for one in allowed)]
    return [title, Text("Changed fields are slanted.", DIM)]


def _hits(state: State, height: int) -> list[Text]:
    first = max(0, min(state.at - height // 2, len(state.hits) - height))
    lines = []
    for at, hit in list(enumerate(state.hits))[first : first + height]:
        line = Text.assemble((f" {hit.status:<9} ", DIM), (shown(hit.quote), BOLD), (f"  {hit.kind}  {shown(hit.article)}", DIM))
        line.stylize(Style(meta={"hit": at}) + (Style(reverse=True) if at == state.at else Style()))
        lines.append(line)
    return lines


def _help_line(key: str, name: str, says: str) -> Text:
    return Text.assemble((f"  {key:>3}  ", BOLD), (f"{name:<14}", Style(meta={"press": key})), (says, DIM))


def _footer(state: State, width: int) -> list[Text]:
    """What was said last, and the keys that matter now."""
    said = state.form.wrong if state.mode == "form" and state.form and state.form.wrong else state.said
    told = Text(f" {shown(said)}", BOLD if state.bad or said != state.said else Style()) if said else Text(f" {state.doing}", DIM)
    lines = _folded(told, width, 1)[:_SAID]
    if state.mode in _PROMPTS:
        return [*lines, _prompt(_PROMPTS[state.mode], state.line.text, state.line.at)]
    if state.mode in _SAYS:
        return [*lines, Text(" " + _SAYS[state.mode])]
    return [*lines, _hints(_HINTS if state.shown else _ANYWHERE, width)]


def _prompt(label: str, text: str, at: int) -> Text:
    out = Text.assemble((f" {label}: ", BOLD), shown(text) + " ")
    out.stylize(Style(reverse=True), len(label) + 3 + at, len(label) + 4 + at)
    return out


def _hints(keys: Iterable[str], width: int) -> Text:
    """The first of these keys that fit, in the order of the help."""
    pieces = {key: Text.assemble(" ", (key, BOLD), f" {name} ") for key, name, _ in KEYS}
    fit: dict[str, Text] = {}
    for key in keys:
        if sum(piece.cell_len for piece in fit.values()) + pieces[key].cell_len <= width:
            pieces[key].stylize(Style(meta={"press": key}))
            fit[key] = pieces[key]
    return Text.assemble(*(fit[key] for key, *_ in KEYS if key in fit))


def _fit(line: Text, width: int) -> Text:
    line = line.copy()
    line.truncate(max(1, width), overflow="ellipsis")
    return line
