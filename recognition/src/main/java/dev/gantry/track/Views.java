package dev.gantry.track;

import dev.gantry.plate.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reads of one track, grouped by place. Two frames of a vehicle that has not moved show the same pixels and repeat the
 * same errors: a hundred of them count as one view. So memory and time stay bounded, however long a vehicle is there.
 */
final class Views {

    /** A plate that has moved or grown by less than this share of its height shows the same pixels. */
    private static final double SAME_PLACE = 0.15;

    /** More reads of one view say nothing new; their mean evens out noise. */
    private static final int MOST_READS = 3;

    /** More views change nothing any more. */
    private static final int MOST_VIEWS = 16;

    /** Different texts that a track's frames are kept for. */
    private static final int MOST_TEXTS = 3;

    /** @param weight how much the view counts, 0 to 1 */
    record View(Box place, List<SoftRead> reads) {
        double weight() {
            return reads.stream()
                    .mapToDouble(soft -> soft.read().quality())
                    .max()
                    .orElse(0);
        }

        boolean isAt(Box box) {
            double tolerance = SAME_PLACE * place.height();
            return place.center().distanceTo(box.center()) < tolerance
                    && Math.abs(place.width() - box.width()) < tolerance;
        }
    }

    private final List<View> views = new ArrayList<>();
    private final Map<String, PlateRead> bestByText = new LinkedHashMap<>();

    /** Returns whether the read tells anything new. */
    boolean add(SoftRead read) {
        keepFrame(read.read());
        Box box = read.read().plate().box();
        for (View view : views) {
            if (view.isAt(box)) {
                return view.reads().size() < MOST_READS && view.reads().add(read);
            }
        }
        views.add(new View(box, new ArrayList<>(List.of(read))));
        if (views.size() > MOST_VIEWS) {
            views.stream().min(Comparator.comparingDouble(View::weight)).ifPresent(views::remove);
        }
        return true;
    }

    private void keepFrame(PlateRead read) {
        bestByText.merge(read.plate().text(), read, (before, now) -> now.merit() > before.merit() ? now : before);
        if (bestByText.size() > MOST_TEXTS) {
            bestByText.values().stream()
                    .min(Comparator.comparingDouble(PlateRead::merit))
                    .ifPresent(worst -> bestByText.remove(worst.plate().text()));
        }
    }

    void addAll(Views others) {
        for (View view : others.views) {
            view.reads().forEach(this::add);
        }
        others.bestByText.values().forEach(this::keepFrame);
    }

    List<View> views() {
        return views;
    }

    /** All reads that are kept, in the order of time. */
    List<PlateRead> reads() {
        return views.stream()
                .flatMap(view -> view.reads().stream())
                .map(SoftRead::read)
                .sorted(Comparator.comparing(PlateRead::time))
                .toList();
    }

    /** The text is known as well as it will be: the frames of others, whose pictures take room, are no longer of use. */
    void settle(String text) {
        PlateRead best = best(text);
        bestByText.clear();
        bestByText.put(best.plate().text(), best);
    }

    /** The best read of each of the likely texts: one of them will be the one that stands for all. */
    List<PlateRead> best() {
        return List.copyOf(bestByText.values());
    }

    /** The best read that has this text, or the one that comes nearest to it. */
    PlateRead best(String text) {
        PlateRead same = bestByText.get(text);
        if (same != null) {
            return same;
        }
        return bestByText.values().stream()
                .max(Comparator.comparingDouble(
                        read -> read.merit() * SoftText.of(read.plate()).agreement(text)))
                .orElseThrow();
    }
}
