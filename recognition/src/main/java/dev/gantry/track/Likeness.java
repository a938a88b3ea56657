package dev.gantry.track;

/** Whether two texts, each read with doubts, are of one plate. */
enum Likeness {
    /** As far as can be told. */
    SAME,
    /** At least one of them is too doubtful to say. */
    UNCLEAR,
    /** Both are sure and they differ. */
    DIFFERENT;

    /** Of two texts the one that was not read is at most e^3 = 20 times less likely than the one that was. */
    private static final double MOST_DOUBT = 3;

    /** And so many of their characters agree. */
    private static final double LEAST_AGREEMENT = 0.6;

    /** A plate that is cut off by the picture's border or hidden in part: so much of it must be there to tell. */
    private static final double LEAST_PART = 0.6;

    private static final int LEAST_PART_LENGTH = 4;

    /** From here on a text counts as sure. */
    static final double SURE = 0.8;

    static Likeness of(
            String one, SoftText oneSoft, double oneSure, String other, SoftText otherSoft, double otherSure) {
        if (isPart(one, other) || isPart(other, one)) {
            return SAME;
        }
        double doubt = Math.min(oneSoft.doubtOf(other), otherSoft.doubtOf(one));
        if (doubt <= MOST_DOUBT && oneSoft.agreement(other) >= LEAST_AGREEMENT) {
            return SAME;
        }
        return oneSure >= SURE && otherSure >= SURE ? DIFFERENT : UNCLEAR;
    }

    private static boolean isPart(String part, String whole) {
        return part.equals(whole)
                || (part.length() >= LEAST_PART_LENGTH
                        && part.length() >= LEAST_PART * whole.length()
                        && whole.contains(part));
    }
}
