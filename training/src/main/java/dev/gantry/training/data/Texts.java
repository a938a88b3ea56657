package dev.gantry.training.data;

import java.util.Locale;

/** Compares plate texts as labels allow it. */
public final class Texts {

    private Texts() {}

    /** The labels do not tell O from 0 and I from 1 reliably. */
    public static boolean same(String a, String b) {
        return folded(a).equals(folded(b));
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1');
    }
}
