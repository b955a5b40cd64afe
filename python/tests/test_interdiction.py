"""What an enemy could do and what to guard: the real server's answers, replayed, checked and stopped."""
from __future__ import annotations

import copy
import itertools
import json
import time
import warnings
from pathlib import Path
from typing import Any, Callable, List

import numpy
import pytest

import railops
from railops import _search

MEANS = {"commando-raids": 2, "air-sorties": 500}
RAIDERS = railops.AttackMode("raiders", "parties", "every:railway-link", reach_km=200)
OWN = {"modes": [RAIDERS], "only_given_modes": True}
#: More than any machine does in the time of a test: half and whole cuts of every link and station, and yards.
HARD: Any = {
    "resources": {"parties": 36},
    "modes": [
        railops.AttackMode("half", "parties", "every:railway-link", cost=2, left=0.5),
        railops.AttackMode("whole", "parties", ["every:railway-link", "every:station"], cost=5),
        railops.AttackMode("yard", "parties", "every:yard", left=0.7),
    ],
    "only_given_modes": True,
}


@pytest.fixture(scope="module")
def story(client: railops.Client) -> railops.Scenario:
    return client.timeline("japanese-siberia").scenario().on("1940-04-15").as_side("soviet")


@pytest.fixture(scope="module")
def summer(story: railops.Scenario) -> railops.Scenario:
    return story.on("1940-06-01")


@pytest.fixture(scope="module")
def endless(client: railops.Client) -> railops.Scenario:
    return client.scenario("august-storm-1945", side="japanese")


@pytest.fixture(scope="module")
def worst(story: railops.Scenario) -> railops.Interdiction:
    return story.interdict(MEANS, plans=5, certificate=True)


def test_the_means_of_a_day_are_a_table(client: railops.Client, story: railops.Scenario) -> None:
    means = client.attack_means("japanese-siberia", "1940-04-15", "japanese")
    by_id = means.set_index("id")
    assert {"commando-raids", "air-sorties"} <= set(means["resource"])
    assert by_id.loc["foot-party", "reach_km"] == 100 and by_id.loc["carrier-strike", "reach_km"] == float("inf")
    assert by_id.loc["foot-party", "attack_limit_count"] == 6 and by_id["attack_limit_count"].isna()["bombers"]
    assert by_id.loc["foot-party", "strikes"] == ("every:bridge", "every:railway-link")
    assert by_id.loc["bombers", "repair_days_low"] < by_id.loc["bombers", "repair_days_high"]
    assert means.attrs["units"]["success_probability_low"] == "1" and means.attrs["units"]["repair_days"] == "d"
    assert story.attack_means("japanese").equals(means)
    assert client.timeline("japanese-siberia").attack_means("1940-04-15", "japanese").equals(means)


def test_means_are_those_of_the_day_and_the_side(client: railops.Client) -> None:
    april, july = (set(client.attack_means("japanese-siberia", f"1940-{day}", "japanese")["id"]) for day in ("04-15", "07-15"))
    assert "explosives-train" in april - july and "cruiser-raid" in july - april
    assert set(client.attack_means("japanese-siberia")["attacker"]) == {"japanese", "soviet"}


def test_the_plans_come_worst_first_and_add_up(worst: railops.Interdiction) -> None:
    plans = worst.plans_frame
    assert plans["rank"].tolist() == [1, 2, 3, 4, 5]
    assert plans["delivered_tonnes_per_day"].is_monotonic_increasing
    before = worst.proto.delivered_tonnes_per_day
    assert (plans["delivered_tonnes_per_day"] + plans["lost_tonnes_per_day"]).tolist() == pytest.approx([before] * 5)
    costs = worst.attacks.groupby(["rank", "resource"])["cost_count"].sum()
    for plan in worst.plans:
        assert {resource: costs.get((plan.rank, resource), 0) for resource in MEANS} == plan.spent
        assert all(plan.spent[resource] <= budget for resource, budget in MEANS.items())
        lost = worst.fronts[worst.fronts["rank"] == plan.rank]["lost_tonnes_per_day"].sum()
        assert lost == pytest.approx(plan.lost_tonnes_per_day, abs=0.01)
    assert worst.proven and worst.gap_ratio == 0 and worst.bound == worst.best == plans["delivered_tonnes_per_day"][0]
    assert worst.attacks.attrs["units"]["capacity_left_ratio"] == "1" and len(worst.attrs["trace_id"]) == 32


@pytest.mark.parametrize("policy", ["priority", "weighted", "fair"])
def test_a_plan_replayed_as_a_scenario_gives_the_figures_of_the_plan(story: railops.Scenario, policy: str) -> None:
    answer = story.interdict(MEANS, plans=4, policy=policy)
    for plan in answer.plans:
        after = answer.scenario(plan.rank).assess(policy=policy)
        assert after.sustained_division_count == plan.sustained_division_count
        assert after.proto.delivered_tonnes_per_day.best == pytest.approx(plan.delivered_tonnes_per_day, abs=0.0005)


def test_plans_that_only_damage_are_replayed_too(summer: railops.Scenario) -> None:
    answer = summer.interdict({"air-sorties": 400}, modes=[railops.AttackMode("raid", "air-sorties", "every:railway-link", left=0.1)], plans=3)
    assert {change.action for plan in answer.plans for change in plan.changes} >= {"derate"}
    for plan in answer.plans:
        after = plan.scenario().assess()
        assert after.proto.delivered_tonnes_per_day.best == pytest.approx(plan.delivered_tonnes_per_day, abs=0.0005)


def test_plans_can_be_compared_with_what_was(client: railops.Client, worst: railops.Interdiction, story: railops.Scenario) -> None:
    cases = client.compare([story.labelled("before"), worst.scenario(1), worst.scenario(2)]).cases
    assert cases["label"].tolist() == ["before", "plan 1", "plan 2"]
    assert cases["sustained_division_count"].tolist() == [
        worst.proto.sustained_division_count, *(plan.sustained_division_count for plan in worst.plans[:2])
    ]
    assert [str(change) for change in worst.scenario().changes] == [f"close {a.target_kind}:{a.target}" for a in worst.plans[0].attacks]


def test_nothing_that_can_be_closed_by_hand_within_the_means_is_worse(summer: railops.Scenario) -> None:
    answer = summer.interdict({"parties": 2}, **OWN)
    struck = set(summer.interdict({"parties": 2}, plans=20, **OWN).attacks["target"])
    by_hand = [summer.close(a).close(b).assess().proto.delivered_tonnes_per_day.best for a, b in itertools.combinations(sorted(struck)[:8], 2)]
    assert min(by_hand) >= answer.best - 0.0005


def test_one_attack_is_the_worst_of_the_ranking(summer: railops.Scenario) -> None:
    one = railops.AttackMode("any", "parties", "every:railway-link")
    answer = summer.interdict({"parties": 1}, modes=[one], only_given_modes=True)
    ranking = summer.rank("link", count=1000).items
    assert answer.plans[0].lost_tonnes_per_day == pytest.approx(ranking["lost_tonnes_per_day"].max())


def test_threads_and_whole_numbers_of_numpy_change_nothing(story: railops.Scenario, worst: railops.Interdiction) -> None:
    again = story.interdict({name: numpy.int64(units) for name, units in MEANS.items()}, plans=5, threads=2)
    assert again.plans_frame.equals(worst.plans_frame)


def test_what_is_excluded_is_not_struck(story: railops.Scenario, worst: railops.Interdiction) -> None:
    spared = [attack.target for attack in worst.plans[0].attacks]
    answer = story.interdict(MEANS, exclude=spared)
    assert not set(answer.attacks["target"]) & set(spared)
    assert answer.best >= worst.best


def test_the_enemy_may_want_divisions(story: railops.Scenario) -> None:
    answer = story.interdict(MEANS, objective="divisions", certificate=True)
    plan = answer.plans[0]
    assert (answer.unit, answer.best, len(answer.plans)) == ("divisions", plan.sustainable_division_count, 1)
    assert plan.sustained_division_count <= plan.sustainable_division_count
    assert answer.plans_frame["sustainable_division_count"][0] == answer.bound
    assert answer.verify().value == answer.best and "divisions" in repr(answer.verify())


def test_damage_that_nobody_repairs_counts_every_day(summer: railops.Scenario) -> None:
    by_day = summer.interdict({"parties": 2}, plans=1, **OWN)
    in_all = summer.interdict({"parties": 2}, objective="cumulative", days=10, certificate=True, **OWN)
    assert (in_all.unit, in_all.objective) == ("t", "cumulative")
    assert in_all.best == pytest.approx(10 * by_day.best)
    assert in_all.proven and in_all.verify().value == pytest.approx(in_all.best) and repr(in_all.verify()).endswith(" t.")
    assert in_all.plans_frame.attrs["units"]["cumulative_lost_tonnes"] == "t"
    assert "cumulative over 10 days" in repr(in_all)
    with pytest.raises(railops.RailOpsError, match="does not prove the answer"):
        spoiled(in_all, lambda d: d["plan"].update(value=d["plan"]["value"] - 24)).verify()


def test_what_is_best_on_average_comes_from_samples_and_says_so(story: railops.Scenario) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answer = story.interdict(MEANS, objective="expected", seed=7, certificate=True)
    assert (answer.termination, answer.proven, answer.objective) == ("sampled", False, "expected")
    assert answer.best == answer.plans[0].expected_delivered_tonnes_per_day >= answer.bound
    assert "95% confidence only" in repr(answer)
    again = story.interdict(MEANS, objective="expected", seed=7)
    assert again.plans_frame.equals(answer.plans_frame)
    with pytest.raises(railops.RailOpsError, match="random samples") as caught:
        answer.verify()
    assert caught.value.reason == "NOT_PROVEN"


def test_nothing_that_can_be_done_is_an_answer_too(story: railops.Scenario) -> None:
    answer = story.interdict({"commando-raids": 0})
    assert answer.plans[0].attacks == () and answer.plans[0].in_words() == "no attack"
    assert answer.scenario().changes == () and answer.attacks.empty and answer.fronts.empty
    assert list(answer.attacks.columns)[:3] == ["rank", "target_kind", "target"]
    assert "no attack" in repr(answer)


def test_a_plan_that_was_not_given_is_told(worst: railops.Interdiction) -> None:
    with pytest.raises(railops.NotFound, match="plans 1 to 5"):
        worst.scenario(6)


def test_the_certificate_is_checked_here(worst: railops.Interdiction) -> None:
    proof = worst.verify()
    assert proof and (proof.value, proof.unit) == (worst.best, "t/day")
    assert repr(proof).startswith("\u2713 proven: no plan within the resources leaves less than 1,548.4 t/day")


def spoiled(answer: Any, spoil: Callable[[Any], None]) -> Any:
    other = copy.copy(answer)
    other.proto = copy.deepcopy(answer.proto)
    document = json.loads(answer.proto.certificate_json)
    spoil(document)
    other.proto.certificate_json = json.dumps(document)
    other.__dict__.pop("certificate", None)
    return other


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d["plan"].update(value=d["plan"]["value"] - 1),
        lambda d: d["plan"].update(attacks=d["plan"]["attacks"][:1]),
        lambda d: d["problem"].update(budgets=[1, 500]),
        lambda d: d.pop("proof"),
        lambda d: d.update(proof=[]),
        lambda d: d.update(format="railops.fortification.certificate/1"),
        lambda d: d["problem"]["arcs"][0].__setitem__(2, "much"),
    ],
    ids=["value", "attacks", "budgets", "no proof", "empty proof", "format", "type"],
)
def test_a_spoiled_certificate_is_refused(worst: railops.Interdiction, spoil: Callable[[Any], None]) -> None:
    with pytest.raises(railops.RailOpsError, match="does not prove the answer") as caught:
        spoiled(worst, spoil).verify()
    assert caught.value.reason == "CERTIFICATE_REFUSED"


def test_the_certificate_of_another_day_is_refused(summer: railops.Scenario, worst: railops.Interdiction) -> None:
    other = summer.interdict(MEANS, certificate=True)
    assert other.best != worst.best
    with pytest.raises(railops.RailOpsError, match="does not prove the answer"):
        spoiled(worst, lambda d: (d.clear(), d.update(other.certificate))).verify()


def test_a_certificate_must_be_asked_for(story: railops.Scenario) -> None:
    with pytest.raises(railops.RailOpsError, match="certificate=True") as caught:
        story.interdict(MEANS).verify()
    assert caught.value.reason == "CERTIFICATE_NOT_ASKED_FOR"


def test_a_time_limit_gives_the_best_so_far_with_its_bound_and_no_certificate(endless: railops.Scenario) -> None:
    start = time.monotonic()
    with pytest.warns(railops.SearchStopped, match="at the time limit") as caught:
        answer = endless.interdict(**HARD, time_limit="1s", certificate=True)
    assert 0.9 < time.monotonic() - start < 8
    assert caught[0].filename == __file__
    assert (answer.proven, answer.termination) == (False, "time_limit")
    assert answer.bound < answer.best == answer.plans[0].delivered_tonnes_per_day
    assert answer.gap_ratio == pytest.approx((answer.best - answer.bound) / answer.best)
    assert "NOT proven (time_limit)" in repr(answer)
    with pytest.raises(railops.RailOpsError) as refused:
        answer.verify()
    assert refused.value.reason == "NOT_PROVEN"


def test_a_deadline_is_kept_with_the_best_answer_so_far(endless: railops.Scenario) -> None:
    start = time.monotonic()
    with pytest.warns(railops.SearchStopped, match="at the time limit"):
        answer = endless.interdict(**HARD, timeout=4)
    assert time.monotonic() - start < 4.2
    assert answer.plans[0].attacks


def test_a_search_tells_where_it_stands(endless: railops.Scenario) -> None:
    seen: List[railops.SearchProgress] = []
    with pytest.warns(railops.SearchStopped):
        answer = endless.interdict(**HARD, time_limit="2s", progress=seen.append)
    assert seen and {state.unit for state in seen} == {"t/day"}
    assert [s.best for s in seen] == sorted((s.best for s in seen), reverse=True)
    assert [s.bound for s in seen] == sorted(s.bound for s in seen)
    assert [s.elapsed_seconds for s in seen] == sorted(s.elapsed_seconds for s in seen)
    assert all(s.bound <= answer.best <= s.best + 0.0005 for s in seen)


def test_an_interrupt_stops_the_search_on_the_server(endless: railops.Scenario) -> None:
    def press_ctrl_c(_state: railops.SearchProgress) -> None:
        raise KeyboardInterrupt

    pressed = iter([press_ctrl_c])
    start = time.monotonic()
    with pytest.warns(railops.SearchStopped, match="on request"):
        answer = endless.interdict(**HARD, time_limit="25s", progress=lambda state: next(pressed, lambda _s: None)(state))
    assert time.monotonic() - start < 15
    assert answer.termination == "stopped" and not answer.proven and answer.bound <= answer.best


def test_a_name_that_is_in_use_is_told(client: railops.Client, endless: railops.Scenario) -> None:
    errors: List[railops.InvalidInput] = []

    def ask_again(_state: railops.SearchProgress) -> None:
        if not errors:
            with pytest.raises(railops.InvalidInput) as caught:
                endless.interdict(**HARD, search_id="twice")
            errors.append(caught.value)
            client.stop_search("twice")

    with pytest.warns(railops.SearchStopped):
        endless.interdict(**HARD, time_limit="25s", search_id="twice", progress=ask_again)
    assert (errors[0].reason, errors[0].field, errors[0].got) == ("SEARCH_ID_TAKEN", "limits.search_id", "twice")


def test_a_frontier_has_every_step(summer: railops.Scenario, tmp_path: Path) -> None:
    frontier = summer.frontier({"parties": 4}, **OWN)
    points = frontier.points
    assert frontier.complete and points["budget_count"].tolist()[0] == 0
    assert points["delivered_tonnes_per_day"].is_monotonic_decreasing
    for budget in range(5):
        exact = summer.interdict({"parties": budget}, plans=1, **OWN)
        assert frontier.plan(budget).delivered_tonnes_per_day == exact.best
    last = points.iloc[-1]
    after = frontier.scenario(int(last["budget_count"])).assess()
    assert after.sustained_division_count == last["sustained_division_count"]
    assert (points["spent_parties_count"] <= points["budget_count"]).all()
    frontier.plot().savefig(tmp_path / "frontier.png")
    assert (tmp_path / "frontier.png").stat().st_size > 10_000


def test_the_plot_of_a_frontier_is_steps_that_end_at_the_budget(summer: railops.Scenario) -> None:
    from matplotlib.figure import Figure

    figure, frontier = Figure(), summer.frontier({"parties": 5}, **OWN)
    axes = figure.subplots()
    assert frontier.plot(ax=axes) is figure
    budgets = frontier.points["budget_count"].tolist()
    assert axes.lines[0].get_drawstyle() == "steps-post"
    assert axes.lines[0].get_xdata().tolist() == [*budgets, 5]
    assert [text.get_text() for text in axes.texts] == [f"{count} div." for count in frontier.points["sustained_division_count"]]
    assert axes.get_xlabel() == "parties"


def test_the_resource_to_vary_can_be_named(story: railops.Scenario) -> None:
    frontier = story.frontier(MEANS, vary="air-sorties")
    assert (frontier.resource, frontier.budget_count) == ("air-sorties", 500)
    assert frontier.points["spent_air_sorties_count"].max() <= 500
    with pytest.raises(railops.InvalidInput) as caught:
        story.frontier(MEANS, vary="air-sortie")
    assert (caught.value.reason, caught.value.field, caught.value.suggestion) == ("RESOURCE_UNKNOWN", "varied_resource", "air-sorties")
    with pytest.raises(railops.NotFound, match="goes from 0 to 500"):
        frontier.plan(501)


def test_a_frontier_that_was_stopped_says_what_is_missing(endless: railops.Scenario) -> None:
    with pytest.warns(railops.SearchStopped, match="smaller budgets are missing"):
        frontier = endless.frontier(**HARD, time_limit="1s")
    assert not frontier.complete and "NOT complete (time_limit)" in repr(frontier)
    assert list(frontier.points.columns)[0] == "budget_count"
    assert frontier.plot().axes[0].get_title().endswith("smaller budgets are missing)")


@pytest.fixture(scope="module")
def guarded(summer: railops.Scenario) -> railops.Fortification:
    return summer.fortify({"parties": 3}, guards=3, certificate=True, **OWN)


def test_guards_save_what_is_said(guarded: railops.Fortification) -> None:
    without, against = guarded.plans
    assert guarded.saved_tonnes_per_day == pytest.approx(against.delivered_tonnes_per_day - without.delivered_tonnes_per_day)
    assert guarded.saved_division_count == against.sustained_division_count - without.sustained_division_count
    assert 0 < len(guarded.guards) <= 3 and guarded.saved_tonnes_per_day > 0
    assert (guarded.guards["lost_without_tonnes_per_day"] > 0).all()
    assert guarded.plans_frame["guards"].tolist() == ["none", "posted"]
    assert not set(guarded.guards["target"]) & {attack.target for attack in against.attacks}
    for plan in guarded.plans:
        assert plan.scenario().assess().sustained_division_count == plan.sustained_division_count


def test_the_enemy_who_knows_the_guards_can_do_no_more(summer: railops.Scenario, guarded: railops.Fortification) -> None:
    exact = summer.interdict({"parties": 3}, exclude=guarded.guards["target"], **OWN)
    assert exact.best == pytest.approx(guarded.guarded_plan.delivered_tonnes_per_day)


def test_the_certificate_of_guards_is_checked_here(guarded: railops.Fortification) -> None:
    assert guarded.proven and guarded.verify().value == guarded.bound_tonnes_per_day == guarded.guarded_plan.delivered_tonnes_per_day
    for spoil in (lambda d: d.update(defence=[]), lambda d: d.update(value=d["value"] + 1), lambda d: d["problem"].update(budgets=[4])):
        with pytest.raises(railops.RailOpsError, match="does not prove the answer"):
            spoiled(guarded, spoil).verify()


def test_guards_of_a_search_that_was_stopped_promise_only_what_is_proven(endless: railops.Scenario) -> None:
    with pytest.warns(railops.SearchStopped, match="the guards keep at least"):
        answer = endless.fortify(guards=6, time_limit="2s", **HARD)
    assert not answer.proven
    assert 0 <= answer.kept_tonnes_per_day <= answer.guarded_plan.delivered_tonnes_per_day + 0.001
    assert answer.kept_tonnes_per_day <= answer.bound_tonnes_per_day


def test_guards_are_counted_by_the_server(summer: railops.Scenario) -> None:
    for wrong in (0, 21):
        with pytest.raises(railops.InvalidInput, match="1 to 20") as caught:
            summer.fortify({"parties": 1}, guards=wrong, **OWN)
        assert (caught.value.reason, caught.value.field, caught.value.got) == ("GUARD_COUNT_OUT_OF_RANGE", "guard_count", str(wrong))


@pytest.mark.parametrize(
    "options, field, reason, suggestion",
    [
        ({"resources": {"comando-raids": 2}}, "question.resources[0].resource", "RESOURCE_UNKNOWN", "commando-raids"),
        ({"resources": {}}, "question.resources", "RESOURCE_MISSING", ""),
        ({"resources": {"air-sorties": 1_000_001}}, "question.resources[0].budget_count", "BUDGET_OUT_OF_RANGE", ""),
        ({"attacker": "japonese"}, "question.attacker", "SIDE_UNKNOWN", "japanese"),
        ({"exclude": ["circum-baikal-tunels"]}, "question.excluded_targets[0]", "TARGET_UNKNOWN", "circum-baikal-tunnels"),
        ({"modes": [railops.AttackMode("a", "r", "every:brige")]}, "question.modes[0].strikes[0]", "ATTACK_MODE_INVALID", "every:bridge"),
        ({"modes": [railops.AttackMode("a", "r", "every:bridge", left=1)]}, "question.modes[0].capacity_left_ratio", "ATTACK_MODE_INVALID", ""),
        ({"objective": "cumulative", "days": 3651}, "question.horizon_days", "HORIZON_OUT_OF_RANGE", ""),
        ({"plans": 21}, "plan_count", "PLAN_COUNT_OUT_OF_RANGE", ""),
        ({"threads": 65}, "limits.thread_count", "THREAD_COUNT_OUT_OF_RANGE", ""),
        ({"time_limit": "1h"}, "limits.time_limit", "TIME_LIMIT_OUT_OF_RANGE", ""),
        ({"search_id": "two words"}, "limits.search_id", "SEARCH_ID_INVALID", ""),
    ],
    ids=str,
)
def test_a_wrong_question_is_told_with_its_field(
    story: railops.Scenario, options: Any, field: str, reason: str, suggestion: str
) -> None:
    with pytest.raises(railops.InvalidInput) as caught:
        story.interdict(**{"resources": MEANS, **options})
    error = caught.value
    assert (error.field, error.reason, error.suggestion) == (field, reason, suggestion)
    assert error.violations[0][0] == field


def test_an_unknown_timeline_has_no_means(client: railops.Client) -> None:
    with pytest.raises(railops.NotFound) as caught:
        client.attack_means("japanese-siberi")
    assert caught.value.suggestion == "japanese-siberia"
    with pytest.raises(railops.NotFound):
        client.interdict("japanese-siberi", MEANS)


def test_cards_and_texts_show_the_same_facts_without_scripts(
    worst: railops.Interdiction, guarded: railops.Fortification, summer: railops.Scenario
) -> None:
    frontier = summer.frontier({"parties": 2}, **OWN)
    facts = {
        worst: ("1,548.4", "proven: ", "2 commando-raids, 500 air-sorties", "Urusha - Bamovskaya", "5,414 t/day expected"),
        worst.plans[0]: ("Amur bridge at Khabarovsk", "army air raid on a large bridge", "14 to 60", "5% to 40%"),
        guarded: ("proven: ", "3 guards", *guarded.guards["display_name"]),
        frontier: ("complete and proven", "parties from 0 to 2", *frontier.points["targets"]),
    }
    for answer, expected in facts.items():
        html, text = answer._repr_html_(), repr(answer)
        assert "<script" not in html
        for fact in expected:
            assert fact in text and fact in html, fact


def test_names_from_outside_are_escaped(story: railops.Scenario) -> None:
    answer = story.interdict({"commando-raids": 1})
    answer.proto.headline = answer.plans[0].proto.attacks[0].display_name = "<script>alert(1)</script>"
    for card in (answer, answer.plans[0]):
        assert "<script" not in card._repr_html_() and "&lt;script&gt;" in card._repr_html_()


def test_a_notebook_is_told_from_a_program() -> None:
    assert _search._notebook_display() is None
