package dev.gantry.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The centre lines of A-Z and 0-9 in a unit box, y down. Strokes are separated by {@code ;}, points by blanks; a point with
 * {@code *} is a corner that the die rounds or chamfers, {@code z} closes a stroke. A key longer than its character names a
 * national form of it.
 */
final class Skeletons {
    private static final String TABLE = """
            A   0,1 .5,0 1,1; .17,.68 .83,.68
            Aflat 0,1 .4,0 .6,0 1,1; .15,.68 .85,.68
            Asquare 0,1 0,0* 1,0* 1,1; 0,.58 1,.58
            B   0,.47 .9,.47* .9,0* 0,0 0,1 1,1* 1,.47* .7,.47
            C   1,.27 1,0* 0,0* 0,1* 1,1* 1,.73
            D   0,0 1,0* 1,1* 0,1 z
            E   1,0 0,0 0,1 1,1; 0,.48 .85,.48
            F   1,0 0,0 0,1; 0,.5 .85,.5
            G   1,.27 1,0* 0,0* 0,1* 1,1* 1,.54 .52,.54
            Gspur 1,.25 1,0* 0,0* 0,1* 1,1* 1,.5; .55,.55 1,.55 1,1
            H   0,0 0,1; 1,0 1,1; 0,.48 1,.48
            I   0,0 0,1
            Iserif 0,0 1,0; .5,0 .5,1; 0,1 1,1
            J   1,0 1,1* 0,1* 0,.68
            Jtop .3,0 1,0 1,1* 0,1* 0,.7
            K   0,0 0,1; 1,0 0,.62; .36,.4 1,1
            Kfork 0,0 0,1; 0,.5 .3,.5 1,0; .3,.5 1,1
            L   0,0 0,1 1,1
            M   0,1 0,0 .5,.62 1,0 1,1
            Mdeep 0,1 0,0 .5,.95 1,0 1,1
            Mwide 0,1 .1,0 .5,.75 .9,0 1,1
            N   0,1 0,0 1,1 1,0
            O   0,0* 1,0* 1,1* 0,1* z
            P   0,1 0,0 1,0* 1,.55* 0,.55
            Q   0,0* 1,0* 1,1* 0,1* z; .58,.72 1.02,1.04
            R   0,1 0,0 1,0* 1,.53* 0,.53; .5,.53 1,1
            Rstraight 0,1 0,0 1,0* 1,.5* 0,.5; .5,.5 1,.5* 1,1
            S   1,.25 1,0* 0,0* 0,.46* 1,.5* 1,1* 0,1* 0,.75
            T   0,0 1,0; .5,0 .5,1
            U   0,0 0,1* 1,1* 1,0
            V   0,0 .5,1 1,0
            W   0,0 .24,1 .5,.18 .76,1 1,0
            Wflat 0,0 .2,1 .5,.4 .8,1 1,0
            X   0,0 1,1; 1,0 0,1
            Y   0,0 .5,.54 1,0; .5,.54 .5,1
            Z   0,0 1,0 0,1 1,1
            Zbar 0,0 1,0 0,1 1,1; .2,.5 .8,.5
            0   0,0* 1,0* 1,1* 0,1* z
            0slash 0,0* 1,0* 1,1* 0,1* z; .12,.86 .88,.14
            0dot 0,0* 1,0* 1,1* 0,1* z; .5,.44 .5,.56
            0flat 0,0 .8,0* 1,.1* 1,.9* .8,1* 0,1 z
            1   0,.26 .62,0 .62,1
            1bar 0,0 0,1
            1long 0,.42 1,0 1,1
            1serif 0,.2 .5,.12 .5,0 .5,1; 0,1 1,1
            1flag .0,.22 .5,.12 .5,0 .5,1; .05,1 .95,1
            2   0,.28 0,0* 1,0* 1,.42* 0,1 1,1
            2round 0,.28 0,0* 1,0* 1,.5* 0,.62* 0,1 1,1
            3   0,.24 0,0* .95,0* .95,.47* .42,.47 1,.47* 1,1* 0,1* 0,.76
            3flat 0,0 1,0 .42,.42 1,.42* 1,1* 0,1* 0,.76
            4   1,.74 0,.74 .68,0 .74,0 .74,1
            4open .55,0 0,.7 1,.7; .74,.42 .74,1
            4high 0,0 0,.62 1,.62; .78,.3 .78,1
            5   .95,0 .05,0 0,.44 1,.4* 1,1* 0,1* 0,.76
            5box 1,0 0,0 0,.42 1,.42* 1,1* 0,1* 0,.76
            6   1,.24 1,0* 0,0* 0,1* 1,1* 1,.43* 0,.43* 0,.7
            6slant .7,0 0,.62* 0,1* 1,1* 1,.45* .15,.42
            7   0,0 1,0 .36,1
            7hook 0,.16 0,0 1,0 .4,.6* .4,1
            7bar 0,0 1,0 .36,1; .25,.5 .85,.5
            8   .06,0* .94,0* .94,.46* .06,.46* z; 0,.46* 1,.46* 1,1* 0,1* z
            8round 0,0* 1,0* 1,.47* 0,.47* 0,1* 1,1* 1,.53* 0,.53* z
            9   0,.76 0,1* 1,1* 1,0* 0,0* 0,.57* 1,.57* 1,.3
            Ahigh 0,1 .5,0 1,1; .24,.57 .76,.57
            Alow 0,1 .5,0 1,1; .1,.78 .9,.78
            Aarch 0,1 0,.3* .3,0* .7,0* 1,.3* 1,1; 0,.62 1,.62
            Bequal 0,.5 1,.5* 1,0* 0,0 0,1 1,1* 1,.5* .6,.5
            Cshort 1,.19 1,0* 0,0* 0,1* 1,1* 1,.81
            Copen 1,.1 .8,0* 0,0* 0,1* .8,1* 1,.9
            Eequal 1,0 0,0 0,1 1,1; 0,.48 1,.48
            Gbar 1,.25 1,0* 0,0* 0,1* 1,1* 1,.55 .35,.55
            Gcorner 1,.2 1,0* 0,0* 0,1* 1,1 1,.52 .6,.52
            Jhook 1,0 1,1* 0,1* 0,.82
            Kwide 0,0 0,1; 1,0 .06,.54 1,1
            Mshort 0,1 0,0 .5,.42 1,0 1,1
            Pbig 0,1 0,0 1,0* 1,.62* 0,.62
            Qinner 0,0* 1,0* 1,1* 0,1* z; .48,.6 .95,.98
            Qdown 0,0* 1,0* 1,.94* 0,.94* z; .5,.78 .5,1.08
            Rleg 0,1 0,0 1,0* 1,.48* 0,.48; .3,.48 1,1
            Sslant 1,.2 1,0* 0,0* 0,.36* 1,.62* 1,1* 0,1* 0,.8
            Vflat 0,0 .42,1 .58,1 1,0
            Wsquare 0,0 0,1 .5,.4 1,1 1,0
            Yhigh 0,0 .5,.42 1,0; .5,.42 .5,1
            Ylow 0,0 .5,.64 1,0; .5,.64 .5,1
            1tall 0,.36 .7,0 .7,1
            1beak 0,.14 .5,.14 .5,0 .5,1
            2angle 0,.28 0,0* 1,0* 1,.36 0,1 1,1
            4wide 1,.78 0,.78 .8,0 .84,0 .84,1
            4box 0,0 0,.56 1,.56; 1,0 1,1
            5long 1,0 .1,0 .04,.5 .2,.38* 1,.38* 1,1* 0,1* 0,.8
            6loop 1,.14 .95,0* 0,0* 0,1* 1,1* 1,.5* 0,.5* 0,.75
            6short .9,.12 .8,0* 0,0* 0,1* 1,1* 1,.4* 0,.4* 0,.7
            7curve 0,0 1,0 .45,.5* .4,1
            7serif 0,.2 0,0 1,0 .3,1
            8equal 0,0* 1,0* 1,.5* 0,.5* z; 0,.5* 1,.5* 1,1* 0,1* z
            9loop .05,.86 .05,1* 1,1* 1,0* 0,0* 0,.5* 1,.5* 1,.25
            9slant .3,1 1,.38* 1,0* 0,0* 0,.55* .85,.58
            """;

    private final Map<String, String> strokes = new HashMap<>();

    Skeletons() {
        for (String line : TABLE.lines().toList()) {
            int blank = line.indexOf(' ');
            strokes.put(line.substring(0, blank), line.substring(blank).strip());
        }
    }

    /** The keys of the character's forms, its ordinary one included. */
    List<String> forms(char character) {
        return strokes.keySet().stream()
                .filter(key -> key.charAt(0) == character)
                .sorted()
                .toList();
    }

    /** The strokes of the character in the form that the die asks for, or else in the ordinary form. */
    String strokes(char character, String variants) {
        for (String variant : variants.split(" ", -1)) {
            String found = variant.isEmpty() || variant.charAt(0) != character ? null : strokes.get(variant);
            if (found != null) {
                return found;
            }
        }
        return strokes.getOrDefault(String.valueOf(character), "");
    }
}
