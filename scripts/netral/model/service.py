"""Service: where forms are kept, how their addresses look, and what of a form its link may answer beforehand.

Every rule names a public page or source where that very syntax is seen. What has no such example is not used.
"""

from __future__ import annotations

from typing import Literal

from netral.model.base import Day, Link, Phrase, Record, Slug

__all__ = ["Address", "Editing", "Language", "Languages", "Once", "OneEach", "Questions", "Service", "Shortened"]

#: link: the link switches it; menu: the form itself offers it; forms: one form per language; page: this site's page
#: is the form, in its own language; paper: each language is printed.
Languages = Literal["link", "menu", "forms", "page", "paper"]
#: account: people sign in; code: each person has a code; browser: only the browser remembers; none: nothing does.
Once = Literal["account", "code", "browser", "none"]


class _Seen(Record):
    """A rule, and where it was seen."""

    #: A public address that shows it: a documentation page, source code, or a published link; null = it is this
    #: site's own page or paper.
    example: Link | None
    #: What was seen there, and where.
    seen: Phrase


class Address(_Seen):
    """What the address looks like that people answer at."""

    #: A regular expression for the whole path; the group `form` is the form's id.
    pattern: Phrase
    #: An address of that look, of no real form: for messages and the guide.
    like: Link
    #: Parameters of the form itself: without the first it is not found; null = whatever stands there is its own.
    keeps: tuple[Phrase, ...] | None = ()
    #: Parameters that the service itself puts there when a link is copied, and that nobody needs.
    drops: tuple[Phrase, ...] = ()
    #: What the service asks to be added to every link, as `name=value`.
    adds: tuple[Phrase, ...] = ()


class Editing(_Seen):
    """An address for those who make the form; whoever signs gets nowhere with it."""

    #: A regular expression, looked for in the path, query and fragment.
    pattern: Phrase


class Shortened(_Seen):
    """A short address that the service hands out. It shows nobody where it leads, and takes no parameters."""

    host: Phrase
    #: A regular expression for the whole path.
    pattern: Phrase


class Questions(_Seen):
    """How a link answers a question."""

    #: A regular expression for what a question is called in `prefill`.
    pattern: Phrase
    #: Such a name, for messages.
    like: Phrase
    #: The parameter that answers it: `{}` stands for the name.
    parameter: Phrase
    #: Names that mean something else to the service.
    reserved: tuple[Phrase, ...] = ()
    #: What a link with answers carries besides, as `name=value`.
    adds: tuple[Phrase, ...] = ()


class Language(_Seen):
    """How the language of a form is chosen."""

    how: Languages
    #: The parameter that takes `id` or `en`; null where no link chooses it.
    parameter: Phrase | None = None


class OneEach(_Seen):
    """What keeps a person from signing twice; a count by staff number is right in any case."""

    how: Once


class Service(Record):
    """A file's one record of `services/`."""

    id: Slug
    #: The service's own name, the same in every language; null = `text/` names it.
    name: Phrase | None
    checked_on: Day
    #: The mapping by which `netral stats import` reads its export; null = none.
    mapping: Slug | None
    #: The hosts it runs at; empty = the agency's own, whichever that is.
    hosts: tuple[Phrase, ...] = ()
    #: null = it has no address: paper.
    address: Address | None
    editing: tuple[Editing, ...] = ()
    shortened: tuple[Shortened, ...] = ()
    #: null = a link cannot answer anything.
    questions: Questions | None
    #: Where it was seen that it cannot, or that this site's own page does it.
    no_questions: Phrase | None = None
    language: Language
    one_each: OneEach

    @property
    def prefills(self) -> Literal["yes", "no", "page"]:
        """Does a link answer questions beforehand, or does this site's own page hold the answers?"""
        if self.questions is not None:
            return "yes"
        return "page" if self.language.how == "page" else "no"
