"""Feeds as a tree of folders, and the searches that find their articles."""

from reader.feeds import Feed, FeedRow, tree_of

FEEDS = (
    Feed("a", "Ähre", id=1, unread=1, articles=4),
    Feed("b", "Blatt", "Politik", id=2, unread=2, articles=2, trouble="Kaputt."),
    Feed("c", "Anzeiger", "Politik/Ausland", id=3, unread=3, articles=3),
    Feed("d", "Zeitung", "Politik/Ausland/Nah∕Ost", id=4, trouble="Aus.", is_off=True),
    Feed("e", "Bote", "Politik und mehr", id=5),
)


def lines(rows: list[FeedRow]) -> list[tuple[str, int]]:
    return [(row.name, row.level) for row in rows]


def test_feeds_stand_below_the_folders_that_they_lie_in() -> None:
    rows = tree_of(FEEDS)
    assert lines(rows) == [
        ("Ähre", 0),
        ("Politik", 0),
        ("Blatt", 1),
        ("Ausland", 1),
        ("Anzeiger", 2),
        ("Nah/Ost", 2),
        ("Zeitung", 3),
        ("Politik und mehr", 0),
        ("Bote", 1),
    ]
    assert len({row.id for row in rows}) == len(rows)
    politik = rows[1]
    assert (politik.unread, politik.articles, politik.troubled) == (5, 5, 1)


def test_closed_folders_hide_all_that_lies_in_them_and_keep_their_numbers() -> None:
    rows = tree_of(FEEDS, {"Politik"})
    assert lines(rows) == [("Ähre", 0), ("Politik", 0), ("Politik und mehr", 0), ("Bote", 1)]
    assert not rows[1].is_open
    assert {row.name: row.id for row in rows}.items() <= {row.name: row.id for row in tree_of(FEEDS)}.items()
    inner = lines(tree_of(FEEDS, {"Politik/Ausland"}))
    assert ("Anzeiger", 2) not in inner
    assert ("Blatt", 1) in inner


def test_a_row_is_found_by_its_name_or_folder() -> None:
    quoted = tree_of([Feed("a", 'Das "Blatt"', "Politik/Ausland", id=1)])
    assert [row.query for row in quoted] == [
        'folder:"Politik"',
        'folder:"Politik/Ausland"',
        'feed:"Das ""Blatt"""',
    ]


def test_no_feeds_are_no_rows() -> None:
    assert tree_of([]) == []
