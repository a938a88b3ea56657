package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The die sets: proportions after the national typefaces, each in three weights. Weight and widths are in cap heights; a
 * British letter for example is 79 mm high, 50 mm wide and 14 mm thick.
 */
final class Dies {
    private static final double THIN = 0.84;
    private static final double THICK = 1.16;

    private static final int MIXED = 64;
    private static final double LARGEST_CHAMFER = 0.17;
    private static final long MIX_SEED = 7;

    private Dies() {}

    static List<Die> all() {
        List<Die> all = new ArrayList<>();
        for (Die die : base()) {
            all.add(die);
            all.add(die.withName(die.name() + "-thin").withWeight(die.weight() * THIN));
            all.add(die.withName(die.name() + "-thick").withWeight(die.weight() * THICK));
        }
        return all;
    }

    /** Dies of no country: proportions and forms put together at random, always the same ones. */
    static List<Die> mixed() {
        Skeletons skeletons = new Skeletons();
        RandomGenerator random = new SplittableRandom(MIX_SEED);
        List<Die> mixed = new ArrayList<>();
        for (int i = 0; i < MIXED; i++) {
            StringBuilder variants = new StringBuilder();
            for (char character : "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789".toCharArray()) {
                String form = Chance.pick(skeletons.forms(character), random);
                boolean barred = form.endsWith("bar") && (character == 'Z' || character == '7');
                variants.append(barred && Chance.of(0.6, random) ? "" + character : form)
                        .append(' ');
            }
            double width = Chance.between(0.42, 0.68, random);
            double weight = Math.min(width * 0.3, Chance.between(0.1, 0.185, random));
            double radius = Chance.logBetween(0.07, 0.4, random);
            String name = "mixed-" + i;
            Die die = Die.rounded(
                    name, weight, width, width * Chance.between(0.9, 1, random), radius, variants.toString());
            die = radius < LARGEST_CHAMFER && Chance.of(0.4, random) ? die.withChamfer() : die;
            mixed.add(Chance.of(0.3, random) ? die.withRoundEnds() : die);
        }
        return mixed;
    }

    private static List<Die> base() {
        return List.of(
                Die.rounded("german", 0.145, 0.62, 0.58, 0.2, "Gspur 3flat 6slant 9slant Mdeep Aflat 0"),
                Die.rounded("german-narrow", 0.14, 0.53, 0.5, 0.18, "Gspur 3flat 6slant 9slant Mdeep Aflat"),
                Die.rounded("british", 0.172, 0.62, 0.62, 0.24, "1bar 4open Aflat Mdeep"),
                Die.rounded("british-wide", 0.17, 0.7, 0.7, 0.2, "1bar Aflat Gspur"),
                Die.rounded("french", 0.135, 0.52, 0.5, 0.26, "Gspur Aflat 1"),
                Die.rounded("italian", 0.13, 0.47, 0.45, 0.24, "Mdeep Aflat Gspur"),
                Die.rounded("dutch", 0.135, 0.58, 0.55, 0.32, "4open Aflat 6slant 9slant 8round"),
                Die.rounded("belgian", 0.13, 0.6, 0.55, 0.3, "Rstraight 8round Jtop"),
                Die.rounded("nordic", 0.15, 0.6, 0.56, 0.36, "Mdeep Gspur 8round"),
                Die.rounded("polish", 0.125, 0.5, 0.48, 0.26, "Kfork Mdeep 4open 8round")
                        .withRoundEnds(),
                Die.rounded("central", 0.14, 0.55, 0.5, 0.28, "Gspur 7hook 8round Mwide"),
                Die.rounded("spanish", 0.14, 0.58, 0.55, 0.22, "Aflat Mdeep 1"),
                Die.rounded("swiss", 0.13, 0.56, 0.52, 0.34, "6slant 9slant 8round")
                        .withRoundEnds(),
                Die.rounded("russian", 0.13, 0.62, 0.55, 0.24, "Mdeep 1 6slant 9slant 4open 5box"),
                Die.rounded("turkish", 0.15, 0.6, 0.55, 0.3, "Gspur Mdeep"),
                Die.rounded("brazilian", 0.155, 0.62, 0.62, 0.13, "1serif Iserif Jtop 0 Mwide 4 5box 3flat Wflat"),
                Die.rounded("brazilian-square", 0.15, 0.64, 0.64, 0.12, "1flag Iserif Jtop Mwide 5box Rstraight Wflat")
                        .withChamfer(),
                Die.rounded("american", 0.125, 0.46, 0.46, 0.2, "Gspur Aflat Mdeep"),
                Die.rounded("american-wide", 0.14, 0.54, 0.54, 0.22, "Gspur 1serif Iserif Aflat"),
                Die.rounded("american-octagon", 0.125, 0.46, 0.46, 0.15, "1 Iserif Gspur 5box")
                        .withChamfer(),
                Die.rounded("american-octagon-wide", 0.14, 0.52, 0.52, 0.16, "1serif Iserif Asquare 5box")
                        .withChamfer(),
                Die.rounded("american-slashed", 0.12, 0.46, 0.46, 0.2, "0slash 1serif Iserif Gspur Zbar"),
                Die.rounded("american-round", 0.13, 0.45, 0.44, 0.3, "8round Kfork Aflat Mdeep 1bar")
                        .withRoundEnds(),
                Die.rounded("american-serif", 0.115, 0.5, 0.46, 0.2, "1serif Iserif")
                        .withSerifs(),
                Die.rounded("american-square", 0.12, 0.48, 0.48, 0.09, "Asquare 1serif Iserif 5box 3flat"),
                Die.rounded("chinese", 0.115, 0.5, 0.48, 0.18, "Gspur Mdeep 1 Aflat"),
                Die.rounded("indian", 0.14, 0.56, 0.52, 0.28, "Gspur Mdeep 8round"),
                Die.rounded("indian-hand", 0.16, 0.55, 0.5, 0.3, "7hook 8round 4open")
                        .withRoundEnds(),
                Die.rounded("argentine", 0.125, 0.5, 0.5, 0.24, "1serif Iserif Aflat"),
                Die.rounded("australian", 0.13, 0.48, 0.46, 0.22, "Gspur 1 Mdeep 6slant 9slant"),
                Die.rounded("vietnamese", 0.12, 0.5, 0.47, 0.25, "1 4open Gspur Mdeep")
                        .withRoundEnds(),
                Die.rounded("gulf", 0.15, 0.62, 0.58, 0.34, "8round Mdeep 1"),
                Die.rounded("dots", 0.105, 0.6, 0.56, 0.22, "1 Aflat").withDots(),
                Die.rounded("stencil", 0.19, 0.6, 0.56, 0.3, "1flag Iserif Rstraight"));
    }
}
