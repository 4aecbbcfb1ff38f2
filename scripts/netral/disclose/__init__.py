"""Disclosure control: what counts may be published so that they point at nobody.

One way of reasoning serves twice: `publishable` before a row is written, and `breaches` over everything that was ever
published, the history of the repository included. The limits `group`, `cell` and `alone` (100, 5, 10) stand with their
reasons in `data/disclosure.yaml`. Everything here is a pure function of rows and limits.

**The rule.** A group is protected if fewer than `group` people must sign in it. (Where the headcount is not known, if
not as many as `group` have surely signed.) For each protected group, the interval that a reader can prove

- of those who had signed at the end of a week,
- of those who had not, if the headcount is known,
- of those who signed between any two weeks,

holds 0 and `cell`, or lies at or above `cell`. An interval that says no more than the headcount is no breach. So in a
protected group neither 0 % nor 100 % is ever told. Groups of fewer than `alone` people have no row, and ways of
signing (`form`, `paper`, `esign`) are not told of protected groups.

**What a reader is taken to know.** Every row, and: that counts never fall; that a mark is true; that nobody signs who
need not (so a count is at most the headcount of its row); that the units make up the agency, and whoever is in no unit
with rows, by the headcounts, makes up the rest. From all this bounds are narrowed until nothing moves (`intervals`),
for the count of every unit at every week and its growth between any two. A headcount that is left out is the one
before, else the next one known; it is a bound only where a row says it.

**Which groups.** The whole, every unit, the rest. And the unions that the whole gives away: of any week or two, all
units without an exact count, and all units not even told as a band.

**Corrections.** A row that was replaced was public, so it is judged, as it stood: with the other rows as they were
before their second revisions, then with these, and so on. Rows that contradict one another (a count that falls without
a correction, units that are more than the whole) prove nothing together and are judged one by one; other checks name
them. If both revisions are told, the distance between them is 0 or at least `cell` people. Rounds and pact versions are
judged apart.

**What is published** of fresh counts. First every row is withheld. A row that would prove too much even so, because a
headcount fell, is left out. Then, week by week, first the whole, then units from large to small, each row takes the
first form that leaves the promise whole: exact; `few` or `nearly-all`; withheld. So what must be hidden to guard
another unit is the smallest one, and the whole gives way only if hiding units cannot help. In protected groups a count
is told exactly only if it, the headcount less it, and its distance to other exact counts of its series are above
`cell`.

**What somebody who knows this rule can still infer.**

- `few` and `nearly-all` mean 0 to `cell`, both included, whether one knows the rule or not.
- Withheld, and no other unit to guard: the count grew by 0 to `cell` people since the last exact one, or lies so that a
  band would tell of such growth. When an exact count follows withheld ones, at least one person signed in its week,
  because it would have been told before. Neither is proven by the figures; both follow from knowing when we tell.
- Withheld, beside others: that its count, or that of a smaller unit, was small; not which.
- Unions of units that the whole does not give away are not judged: of two withheld units together it may be proven that
  at least 1 to 4 people signed, of neither alone.
- Narrowing bounds is not linear programming. Of 3,060 bounds of 51 invented agencies with units, tried once by both,
  not one was tighter by linear programming; that is no proof that none can be.
- What people know beside the figures is not guarded against: a colleague who knows who signed, a headcount known from
  elsewhere where we have none, or two rounds with the same people.
"""

from netral.disclose.breaches import Breach, breaches
from netral.disclose.knowledge import REST
from netral.disclose.limits import Limits, limits_of
from netral.disclose.publishable import publishable
from netral.disclose.states import claim

__all__ = ["REST", "Breach", "Limits", "breaches", "claim", "limits_of", "publishable"]
