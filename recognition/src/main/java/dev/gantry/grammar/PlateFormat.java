package dev.gantry.grammar;

import java.util.List;

/**
 * One way in which a region writes its plates.
 *
 * @param share of the region's plates that have this format, 0 to 1
 * @param vehicles of the region in millions
 * @param aspects width divided by height of the region's plates, one for each of its sizes
 * @param shapes the pattern's choices of length
 */
record PlateFormat(
        String region, String pattern, double share, double vehicles, List<Double> aspects, List<Shape> shapes) {

    /** A region code's country: {@code us} for {@code us-ca}. */
    static String country(String region) {
        int dash = region.indexOf('-');
        return dash < 0 ? region : region.substring(0, dash);
    }

    String country() {
        return country(region);
    }

    boolean isOf(String regionOrCountry) {
        return region.equals(regionOrCountry) || country().equals(regionOrCountry);
    }

    boolean accepts(String text) {
        return shapes.stream().anyMatch(shape -> shape.fits(text));
    }
}
