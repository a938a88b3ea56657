package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;

/** The catalogue of all plate styles. The weights add up to about 110. */
final class Styles {
    private static final List<String> STATES = List.of("""
            Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,
            Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,
            Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,
            Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,
            Wyoming,Ontario,Quebec,Alberta,Manitoba""".replace("\n", "").split(",", -1));

    private static final List<String> MEXICAN_STATES =
            List.of("Jalisco", "Puebla", "Sonora", "Mexico", "Nuevo Leon", "Oaxaca");
    private static final String AMERICAN_FACES = "american american-octagon RG2014";
    private static final String RUSSIAN = "ABEKMHOPCTYX";
    private static final String CHINESE = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final String AMERICAN_FORMATS = """
            AAA 9999|AAA-9999|9AAA999|AAA 999|999 AAA|AAA@999|A99 AAA|AA9 A9A|AAA-999|999.AAA|999-AAA|AA 99999|99999A9|9999AA|A99999
            +999999|AAA9999|99A9999|AA-9999|XXXXXX|9999 AA|AAA 9A9|99 AA9|A99-A99|AA.999A|999 9999|999-9999|9AA 999|AAA@9999|AAA.999
            +AA@99999|9A9999A|AAA99A|99 9999|AAAA 99|9AAA99|99A 999""".replace("\n+", "|");

    private static final String VANITY_FORMATS =
            "AAAAAA|AAAAAAA|AAAAA|AAAA|AAA 9|AAAA99|AA 99|99 AAA|9A|AAA|AA AAAA|AAAAAA9|AAA AAA|AAAAAAAA|99999|9AAAAAA|AAA9AAA";

    private final List<PlateStyle> styles = new ArrayList<>();

    private Styles() {}

    static List<PlateStyle> all(boolean provinces) {
        Styles styles = new Styles();
        styles.styles.addAll(EuropeanStyles.all());
        styles.styles.addAll(PlainStyles.all());
        styles.russia();
        styles.america();
        styles.mercosur();
        if (provinces) {
            styles.china();
        }
        return List.copyOf(styles.styles);
    }

    private void add(
            String name,
            double weight,
            double narrow,
            double wide,
            PlateDesign design,
            String letters,
            String formats) {
        styles.add(new PlateStyle(name, weight, narrow, wide, design, letters, Table.formats(formats)));
    }

    private void russia() {
        Plain square = Plain.of(List.of(Scheme.WHITE), "russian").withLetterScale(0.78);
        add("ru", 2.4, 4.3, 4.85, new Russian(), RUSSIAN, "A_999_AA>99|A_999_AA>999|A_999_AA>99|A_999_AA>{1,7}99");
        add("ru-two", 0.7, 1.35, 1.8, square, RUSSIAN, "A 999/AA 99|A_999/AA_999|9999/AA 99|99 99/AA 99");
    }

    private void america() {
        American american = new American(STATES, AMERICAN_FACES);
        add("us", 17, 1.88, 2.15, american, PlateStyle.ALL_LETTERS, AMERICAN_FORMATS);
        add("us-vanity", 3, 1.88, 2.15, american, PlateStyle.ALL_LETTERS, VANITY_FORMATS);
        American mexican = new American(MEXICAN_STATES, AMERICAN_FACES);
        String formats = "AAA-99-99|AAA-999-A|AA-99-999|A99-AAA|999-AAA|AA-9999-A";
        add("mx", 1, 1.88, 2.1, mexican, PlateStyle.ALL_LETTERS, formats);
    }

    private void mercosur() {
        String all = PlateStyle.ALL_LETTERS;
        add("br", 5.5, 2.85, 3.2, new Brazilian(false, ""), all, "AAA-9999|AAA.9999|AAA.9999|AAA 9999");
        add("br-mercosur", 3, 2.9, 3.2, new Brazilian(true, "BRASIL"), all, "AAA9A99|AAA_9A99");
        add("br-two", 1.2, 1.05, 1.3, new Brazilian(false, ""), all, "AAA/9999");
        add("br-mercosur-two", 0.8, 1.1, 1.3, new Brazilian(true, "BRASIL"), all, "AAA/9A99");
        add("ar-mercosur", 1.4, 2.9, 3.2, new Brazilian(true, "REPUBLICA ARGENTINA"), all, "AA 999 AA|AA_999_AA");
        add("uy-mercosur", 0.3, 2.9, 3.2, new Brazilian(true, "URUGUAY"), all, "AAA 9999");
        add("py-mercosur", 0.3, 2.9, 3.2, new Brazilian(true, "PARAGUAY"), all, "AAAA 999");
    }

    private void china() {
        Chinese blue = new Chinese(Table.schemes("UUUUUK"), false);
        Chinese yellow = new Chinese(Table.schemes("OY"), false);
        Chinese green = new Chinese(List.of(Scheme.NEW_ENERGY), true);
        add("cn", 6.5, 2.9, 3.4, blue, CHINESE, "CA.XXXXX|CA.99999|CA.A9999|CA.99A99|CA.9A9A9|CA.AA999|CA.999AA");
        add("cn-green", 2.4, 3.1, 3.6, green, CHINESE, "CA.{D,F,A,B,C}99999|CA.{D,F}A9999|CA.99999{D,F}|CA.{D,F}XXXXX");
        add("cn-yellow", 0.8, 2.9, 3.4, yellow, CHINESE, "CA.XXXXX|CA.99999");
        add("cn-two", 0.8, 1.6, 2.1, yellow, CHINESE, "CA/XXXXX|CA/99999");
    }
}
