package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks a second time, tile by tile, where a picture is too large for its plates to be seen in one look: in each tile the
 * detector sees them at (or nearer to) their full size. Both looks are merged; a plate that a tile's border cuts never
 * beats a whole one.
 */
public final class TiledDetector extends SecondLookDetector {

    /** Narrower plates, in px of the detector's input, are found only half of the time and have poor corners. */
    private static final double TINY = 24;

    /** How near to a tile's border, in px of the detector's input, a plate counts as cut by it. */
    private static final double CUT = 3;

    private final int inputSide;
    private final int mostTiles;
    private final boolean always;

    /**
     * @param inputSide the longer side of the detector's input, px
     * @param threshold score from which a candidate of the first look counts as found, 0 to 1
     * @param mostTiles most tiles for one picture
     * @param always whether to look a second time even when the first look has found plates of good size
     */
    public TiledDetector(PlateDetector detector, int inputSide, double threshold, int mostTiles, boolean always) {
        super(detector, threshold);
        this.inputSide = inputSide;
        this.mostTiles = mostTiles;
        this.always = always;
    }

    @Override
    public List<Detection> detect(Image image) {
        List<Detection> first = detector.detect(image);
        double scale = (double) inputSide / Math.max(image.width(), image.height());
        if (!always && first.stream().anyMatch(found -> isGood(found, scale))) {
            return first;
        }
        return closer(image, first, TilePlan.of(image.width(), image.height(), inputSide, mostTiles), true);
    }

    /**
     * A close-up in which a plate of good size has been found is left out, whatever else is in the picture. No other window
     * shows the rest of what a close-up cuts, so that does not count: a part of a plate reads like another plate.
     */
    @Override
    public List<Detection> detect(Image image, List<Window> closeUps) {
        List<Detection> first = detector.detect(image, List.of());
        double scale = (double) inputSide / Math.max(image.width(), image.height());
        List<Window> needed = closeUps.stream()
                .filter(window ->
                        always || first.stream().noneMatch(found -> isGood(found, scale) && isIn(found.box(), window)))
                .limit(mostTiles)
                .toList();
        return closer(image, first, needed, false);
    }

    private List<Detection> closer(Image image, List<Detection> first, List<Window> tiles, boolean withCut) {
        if (tiles.isEmpty()) {
            return first;
        }
        var whole = new ArrayList<Detection>(first);
        var cut = new ArrayList<Detection>();
        for (Window tile : tiles) {
            for (Detection found : detector.detect(image.crop(tile), List.of())) {
                if (!isCut(found.box(), tile, image)) {
                    whole.add(inPicture(found, tile));
                } else if (withCut) {
                    cut.add(inPicture(found, tile));
                }
            }
        }
        return NonMaxSuppression.merged(NonMaxSuppression.apply(whole), NonMaxSuppression.apply(cut));
    }

    private boolean isGood(Detection found, double scale) {
        return isFound(found) && found.box().width() * scale >= TINY;
    }

    private static boolean isIn(Box box, Window window) {
        double x = box.center().x() - window.x();
        double y = box.center().y() - window.y();
        return x >= 0 && y >= 0 && x < window.width() && y < window.height();
    }

    private boolean isCut(Box box, Window tile, Image image) {
        double near = CUT * Math.max(tile.width(), tile.height()) / inputSide;
        return (tile.x() > 0 && box.x() < near)
                || (tile.y() > 0 && box.y() < near)
                || (tile.x() + tile.width() < image.width() && box.right() > tile.width() - near)
                || (tile.y() + tile.height() < image.height() && box.bottom() > tile.height() - near);
    }

    private static Detection inPicture(Detection found, Window tile) {
        Box box = found.box();
        return new Detection(
                new Box(box.x() + tile.x(), box.y() + tile.y(), box.width(), box.height()),
                found.quad().scaled(1, 1, tile.x(), tile.y()),
                found.score());
    }
}
