package dev.gantry.server.review;

/**
 * How far the review has come.
 *
 * @param all every read of which something is said
 * @param sampled those of them that were drawn at random
 * @param waiting reads with a strip of which nothing is said
 */
public record Tally(Counts all, Counts sampled, long waiting) {

    /** Reads by verdict. */
    public record Counts(long confirmed, long corrected, long notAPlate) {

        /** All together. */
        public long total() {
            return confirmed + corrected + notAPlate;
        }

        /** How often what was read is right. */
        public Share accuracy() {
            return new Share(confirmed, total());
        }
    }
}
