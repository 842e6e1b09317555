"""What hangs together."""

from hypothesis import given
from hypothesis import strategies as st

from factdb.checks.unions import root_of, unite

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)))


@given(PAIRS, st.randoms())
def test_a_set_is_known_by_its_least_member_in_whatever_order_it_was_united(pairs, draw):
    shuffled = draw.sample(pairs, len(pairs))
    one, two = {}, {}
    for root, some in ((one, pairs), (two, shuffled)):
        for a, b in some:
            unite(root, a, b)
    things = {thing for pair in pairs for thing in pair}
    assert {at: root_of(one, at) for at in things} == {at: root_of(two, at) for at in things}
    assert all(root_of(one, a) == root_of(one, b) <= min(a, b) for a, b in pairs)
