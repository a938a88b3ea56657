package dev.gantry.track;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of one plate through the picture. Memory stays bounded: where it stands still, only beginning and end are kept. */
final class Course {

    /** A detector's box trembles by so many pixels, and by this share of the plate's width. */
    private static final double TREMBLE_PIXELS = 1.5;

    private static final double TREMBLE_SHARE = 0.05;

    /** Twice as many points as a minute's at 5 frames a second; beyond, every other one goes. */
    private static final int MOST_POINTS = 600;

    /** A plate that has grown by a fifth comes nearer; sideways it moves when it goes by its own width. */
    private static final double GROWTH = 1.2;

    private final List<PathPoint> points = new ArrayList<>();
    private boolean moved;
    private Duration lastMove = Duration.ZERO;
    private @Nullable PathPoint resting;

    void add(PathPoint point) {
        PathPoint rest = resting;
        if (rest == null) {
            resting = point;
            lastMove = point.time();
        } else if (!isSamePlace(rest.quad().bounds(), point.quad().bounds())) {
            moved = true;
            resting = point;
            lastMove = point.time();
        } else if (points.size() >= 2 && points.get(points.size() - 2).time().compareTo(rest.time()) >= 0) {
            points.removeLast(); // between the first and the last point of a rest
        }
        points.add(point);
        if (points.size() > MOST_POINTS) {
            for (int i = points.size() - 2; i > 0; i -= 2) {
                points.remove(i);
            }
        }
    }

    /** Whether two boxes are of a thing that has not moved, as far as a detector can tell. */
    static boolean isSamePlace(Box one, Box other) {
        double tolerance = TREMBLE_PIXELS + TREMBLE_SHARE * Math.min(one.width(), other.width());
        return one.center().distanceTo(other.center()) <= tolerance
                && Math.abs(one.width() - other.width()) <= 2 * tolerance
                && Math.abs(one.height() - other.height()) <= 2 * tolerance;
    }

    /** Whether it has ever moved. */
    boolean hasMoved() {
        return moved;
    }

    /** Since when it has been where it is. */
    Duration lastMove() {
        return lastMove;
    }

    List<PathPoint> points() {
        return List.copyOf(points);
    }

    PathPoint last() {
        return points.getLast();
    }

    /** Where the plate's middle is likely to be, if it goes on as it did: for at most a second, then it waits there. */
    Point expectedAt(Duration time) {
        Point center = last().quad().bounds().center();
        if (!hasVelocity()) {
            return center;
        }
        PathPoint before = points.get(points.size() - 2);
        double elapsed = seconds(last().time().minus(before.time()));
        double ahead = Math.min(1, seconds(time.minus(last().time()))) / elapsed;
        return before.quad().bounds().center().towards(center, 1 + ahead);
    }

    /** Whether the last two points are near enough in time to tell a speed. */
    boolean hasVelocity() {
        if (points.size() < 2) {
            return false;
        }
        double elapsed =
                seconds(last().time().minus(points.get(points.size() - 2).time()));
        return elapsed > 0 && elapsed <= 1;
    }

    /** Null when it stood still, or moved too little to tell. */
    @Nullable
    Direction direction(@Nullable Line line, int pictureWidth, int pictureHeight) {
        Direction crossing = line == null ? null : crossing(line, pictureWidth, pictureHeight);
        if (crossing != null) {
            return crossing;
        }
        Box first = points.getFirst().quad().bounds();
        Box last = last().quad().bounds();
        // The width alone: what goes out at the picture's lower border loses height first.
        double growth = Math.log(last.width() / first.width()) / Math.log(GROWTH);
        double across = (last.center().x() - first.center().x()) / Math.max(first.width(), last.width());
        if (Math.max(Math.abs(growth), Math.abs(across)) < 1) {
            return null;
        }
        if (Math.abs(growth) >= 1) { // who drives past the camera also comes nearer or goes away
            return growth > 0 ? Direction.APPROACHING : Direction.RECEDING;
        }
        return across < 0 ? Direction.LEFT : Direction.RIGHT;
    }

    /** The last crossing counts; a plate that trembles on the line does not cross it. */
    private @Nullable Direction crossing(Line line, int width, int height) {
        Direction found = null;
        PathPoint from = points.getFirst();
        for (PathPoint to : points) {
            if (isSamePlace(from.quad().bounds(), to.quad().bounds())) {
                continue;
            }
            Point after = share(to, width, height);
            if (line.isCrossed(share(from, width, height), after)) {
                found = line.side(after) > 0 ? Direction.IN : Direction.OUT;
            }
            from = to;
        }
        return found;
    }

    private static Point share(PathPoint point, int width, int height) {
        Point center = point.quad().bounds().center();
        return new Point(center.x() / width, center.y() / height);
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
