package dev.gantry.server.web.reads;

/** Shares as people read them. */
public final class Percent {

    /** Above it 99.4 and 99.9 are far apart. */
    private static final double FINE = 0.95;

    private Percent() {}

    private static final double LEAST = 0.01;

    /** 0.974 as "97.4 %" and 0.61 as "61 %"; only 1 itself is "100 %", and only 0 is "0 %". */
    public static String of(double share) {
        if (share > 0 && share < LEAST) {
            return "< 1\u00a0%";
        }
        if (share >= 1) {
            return "100\u00a0%";
        }
        return share >= FINE ? Math.floor(share * 1_000) / 10 + "\u00a0%" : Math.round(share * 100) + "\u00a0%";
    }
}
