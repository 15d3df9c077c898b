"""Names stand beside the ends of their lines, and over nothing that is drawn."""

from scripts.website.charts.label_placement import Box, LabelRequest, Obstacles, place_labels

NOTHING = Obstacles([], [], 300)


def test_a_name_with_room_stands_right_of_its_point() -> None:
    assert place_labels([LabelRequest(100, 50, 80, 1)], NOTHING) == [Box(108, 42, 188, 58)]


def test_names_of_lines_that_end_together_are_pushed_apart() -> None:
    boxes = place_labels(
        [LabelRequest(100, 280, 80, 1), LabelRequest(100, 284, 80, 1), LabelRequest(100, 288, 80, 2)], NOTHING
    )
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)


def test_a_name_gives_way_to_a_line() -> None:
    line = [(0.0, 40.0), (400.0, 40.0)]
    (box,) = place_labels([LabelRequest(100, 44, 80, 1)], Obstacles([line], [], 300))
    assert box.top >= 43


def test_a_name_leaves_a_rule_uncrossed_where_it_costs_little() -> None:
    (box,) = place_labels([LabelRequest(200, 50, 80, 1)], Obstacles([], [240], 300))
    assert box == Box(112, 42, 192, 58)


def test_no_name_stands_below_the_floor_or_left_of_the_picture() -> None:
    boxes = place_labels([LabelRequest(10, 299, 80, 1)] * 3, NOTHING)
    assert all(box.bottom <= 302 and box.left >= 0 for box in boxes)


def test_a_name_covers_a_line_rather_than_another_name() -> None:
    crowd = [[(0.0, float(y)), (400.0, float(y))] for y in range(0, 300, 8)]
    one, other = place_labels([LabelRequest(100, 150, 80, 1), LabelRequest(100, 152, 80, 1)], Obstacles(crowd, [], 300))
    assert not one.overlaps(other)
