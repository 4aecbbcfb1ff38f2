"""Every service is whole: its rules have examples, its patterns fit them, its sentences are there in both languages."""

import re

import pytest

from netral.catalogue import LANGS, labels
from netral.check.links import link_fault
from netral.forms import service_name, services
from netral.forms.address import address_problems, form_id, likely
from netral.forms.link import answer_parameter
from netral.model.place import Place
from netral.model.walk import walk
from netral.stats.mapping import providers

IDS = ["google-forms", "html", "kobotoolbox", "limesurvey", "microsoft-forms", "nextcloud", "odk-central", "paper"]
OURS = {"html", "paper"}


@pytest.fixture(params=IDS)
def service(request):
    return services()[request.param]


def test_these_are_the_services():
    assert list(services()) == IDS


def test_every_rule_names_a_public_example_and_what_was_seen_there(service):
    examples = [found for found in walk(service) if found.key == "example"]
    assert len(examples) >= 2
    for found in examples:
        assert found.holder.seen
        if service.id in OURS:
            assert found.value is None
        else:
            assert found.value.startswith("https://")


def test_the_address_shown_to_people_is_one_the_rules_take(service):
    if service.address is None:
        return
    like = service.address.like
    assert link_fault(like) is None
    assert form_id(service, like)
    assert list(address_problems(service, like, "url", Place("x"))) == []
    assert (likely(like) or service) is service


def test_a_question_has_the_form_shown_to_people(service):
    if service.questions is None:
        assert service.no_questions
    else:
        assert re.fullmatch(service.questions.pattern, service.questions.like)
        assert service.questions.like in (answer_parameter(service, service.questions.like) or "")


def test_its_export_is_read_by_a_mapping_that_ships(service):
    assert service.mapping is None or service.mapping in providers()
    assert (service.mapping is None) == (service.id in OURS)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_can_say_all_of_it(service, lang):
    say = labels(lang)
    assert service_name(service, say)
    assert say(f"services.prefill.{service.prefills}").endswith(".")
    assert say(f"services.once.{service.one_each.how}").endswith(".")
    assert say(f"services.language.{service.language.how}").endswith(".")


def test_a_language_is_chosen_by_the_link_only_where_there_is_a_parameter(service):
    assert (service.language.how == "link") == (service.language.parameter is not None)
