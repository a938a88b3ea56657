package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;

/** The catalogue of plate styles with their formats. The weights add up to about 100. */
final class Styles {
    private static final List<String> STATES = List.of(
            "Alabama",
            "Alaska",
            "Arizona",
            "Arkansas",
            "California",
            "Colorado",
            "Connecticut",
            "Delaware",
            "Florida",
            "Georgia",
            "Hawaii",
            "Idaho",
            "Illinois",
            "Indiana",
            "Iowa",
            "Kansas",
            "Kentucky",
            "Louisiana",
            "Maine",
            "Maryland",
            "Massachusetts",
            "Michigan",
            "Minnesota",
            "Mississippi",
            "Missouri",
            "Montana",
            "Nebraska",
            "Nevada",
            "New Hampshire",
            "New Jersey",
            "New Mexico",
            "New York",
            "North Carolina",
            "North Dakota",
            "Ohio",
            "Oklahoma",
            "Oregon",
            "Pennsylvania",
            "Rhode Island",
            "South Carolina",
            "South Dakota",
            "Tennessee",
            "Texas",
            "Utah",
            "Vermont",
            "Virginia",
            "Washington",
            "West Virginia",
            "Wisconsin",
            "Wyoming",
            "Ontario",
            "Quebec",
            "Alberta");

    private static final String RUSSIAN = "ABEKMHOPCTYX";
    private static final String CHINESE = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final List<Scheme> WHITE = List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.SILVER);
    private static final List<Scheme> ANY = List.of(
            Scheme.WHITE,
            Scheme.WHITE,
            Scheme.WHITE,
            Scheme.SILVER,
            Scheme.YELLOW,
            Scheme.ORANGE,
            Scheme.BLACK,
            Scheme.BLUE,
            Scheme.RED,
            Scheme.GREEN,
            Scheme.RED_INK,
            Scheme.BLUE_INK,
            Scheme.GREEN_INK,
            Scheme.LIGHT_BLUE);

    private final List<PlateStyle> styles = new ArrayList<>();

    static List<PlateStyle> all(boolean provinces) {
        Styles styles = new Styles();
        styles.europe();
        styles.europeTwoLines();
        styles.russia();
        styles.america();
        styles.southAmerica();
        if (provinces) {
            styles.china();
        }
        styles.asia();
        styles.others();
        return List.copyOf(styles.styles);
    }

    private void add(
            String name,
            double weight,
            double narrow,
            double wide,
            PlateDesign design,
            String letters,
            String... formats) {
        styles.add(new PlateStyle(name, weight, narrow, wide, design, letters, formats));
    }

    private void euro(
            String name,
            double weight,
            String country,
            List<Scheme> schemes,
            String faces,
            double right,
            String... formats) {
        European design = new European(country, schemes, faces, 0.85, right);
        add("eu-" + name, weight, 4.25, 5.0, design, PlateStyle.ALL_LETTERS, formats);
    }

    private void europe() {
        List<Scheme> german =
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.GREEN_INK, Scheme.RED_INK);
        euro(
                "de",
                2.6,
                "D",
                german,
                "german",
                0.03,
                "{B,M,K,F,S,H,D,L,N,E}@AA_9999",
                "A@AA_999",
                "AA@AA_999",
                "AA@A_999",
                "AAA@AA_99",
                "AA@AA_9999",
                "AAA@A_999",
                "AA@A_9999",
                "A@A_9999",
                "AA@AA_99",
                "A_AA_999h",
                "AA@A_999e",
                "{B,M,K}-AA 9999");
        List<Scheme> british = List.of(Scheme.WHITE, Scheme.YELLOW);
        add(
                "eu-gb",
                2.6,
                4.2,
                4.9,
                new European("GB", british, "british", 0.35, 0),
                PlateStyle.ALL_LETTERS,
                "AA99 AAA",
                "AA99 AAA",
                "AA99 AAA",
                "A999 AAA",
                "AAA 999A",
                "A99 AAA",
                "AAA 999",
                "9 AAA",
                "AA 99");
        euro(
                "fr",
                1.7,
                "F",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW),
                "french",
                0.75,
                "AA-999-AA",
                "AA-999-AA",
                "AA-999-AA",
                "999 AA 99",
                "9999 AA 99");
        euro("it", 1.7, "I", WHITE, "italian", 0.75, "AA@999AA", "AA_999AA", "AA 999AA");
        euro("es", 1.5, "E", WHITE, "spanish", 0.02, "9999 AAA", "9999 AAA", "A 9999 AA", "A 9999 A");
        euro(
                "nl",
                1.7,
                "NL",
                List.of(Scheme.YELLOW, Scheme.YELLOW, Scheme.ORANGE, Scheme.BLUE),
                "dutch",
                0.02,
                "99-AA-AA",
                "99-AAA-9",
                "9-AAA-99",
                "AA-99-99",
                "AA-99-AA",
                "AA-AA-99",
                "AA-999-A",
                "A-999-AA",
                "AAA-99-A");
        euro(
                "be",
                1.1,
                "B",
                List.of(Scheme.RED_INK, Scheme.RED_INK, Scheme.RED_INK, Scheme.BLUE_INK),
                "belgian",
                0.02,
                "9-AAA-999",
                "9-AAA-999",
                "AAA-999",
                "999-AAA");
        euro("pt", 0.8, "P", WHITE, "spanish french", 0.7, "99-AA-99", "AA-99-99", "99-99-AA", "AA_99_AA");
        euro(
                "pl",
                1.5,
                "PL",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.BLACK, Scheme.GREEN),
                "polish",
                0.02,
                "AA@99999",
                "AA 9999A",
                "AAA@9999",
                "AA 999AA",
                "AAA A999",
                "AAA 99AA",
                "AA 99999",
                "A9 AAA");
        euro("cz", 0.9, "CZ", WHITE, "central polish", 0.02, "9A9@9999", "9A9 9999", "AAA@99-99", "AA9 99AA");
        euro("sk", 0.6, "SK", WHITE, "central", 0.02, "AA@999AA", "AA-999AA", "AA@999AA");
        euro(
                "hu",
                0.6,
                "H",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.GREEN, Scheme.BLUE),
                "central nordic",
                0.02,
                "AAA-999",
                "AA@AA-999",
                "AAA@999");
        euro(
                "ro",
                0.8,
                "RO",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.RED_INK),
                "german central",
                0.02,
                "{B,CJ,TM,IS,BV,CT,IF,DJ,SB} 99 AAA",
                "b 999 AAA",
                "AA 99 AAA",
                "AA 999999");
        euro("bg", 0.5, "BG", WHITE, "german central", 0.02, "AA 9999 AA", "A 9999 AA", "AA9999AA");
        euro("hr", 0.5, "HR", WHITE, "german", 0.02, "AA@999-AA", "AA@9999-A", "AA@999-A", "AA@9999-AA");
        euro(
                "si",
                0.4,
                "SLO",
                List.of(Scheme.WHITE, Scheme.GREEN_INK),
                "german french",
                0.02,
                "AA@AA-999",
                "AA@A9-999",
                "AA@99-99A",
                "AA@999-AA");
        euro(
                "at",
                0.8,
                "A",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.GREEN_INK),
                "german central",
                0.02,
                "A@99999A",
                "AA@999AA",
                "A@9999A",
                "AA@9999A",
                "A@99999",
                "AA@AAA9");
        euro(
                "ch",
                0.7,
                "CH",
                WHITE,
                "swiss",
                0.1,
                "{ZH,BE,VD,AG,GE,TI,SG,LU,BS}.999999",
                "AA.99999",
                "AA 999.999",
                "AA.9999");
        euro(
                "dk",
                0.6,
                "DK",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW),
                "nordic",
                0.02,
                "AA 99 999",
                "AA 99_999");
        euro(
                "se",
                0.8,
                "S",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW),
                "nordic",
                0.1,
                "AAA@999",
                "AAA 999",
                "AAA 99A");
        euro(
                "no",
                0.7,
                "N",
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.GREEN, Scheme.BLACK),
                "nordic",
                0.02,
                "AA 99999",
                "AA_99999",
                "AA 9999");
        euro("fi", 0.6, "FIN", WHITE, "nordic dutch", 0.02, "AAA-999", "AA-999", "AAA-99");
        euro("lt", 0.4, "LT", WHITE, "german central", 0.02, "AAA@999", "AAA 999");
        euro("lv", 0.4, "LV", WHITE, "french german", 0.02, "AA-9999", "AA-999", "AA-99");
        euro("ee", 0.4, "EST", WHITE, "nordic german", 0.02, "999 AAA", "99 AAA");
        euro("ua", 0.7, "UA", WHITE, "german french", 0.02, "AA 9999 AA", "AA9999AA", "999-99 AA");
        euro(
                "tr",
                1.2,
                "TR",
                WHITE,
                "turkish",
                0.02,
                "99 AA 999",
                "99 AAA 99",
                "99 A 9999",
                "99 AAA 999",
                "99 AA 9999");
        euro("gr", 0.5, "GR", WHITE, "german french", 0.02, "AAA-9999", "AAA 9999", "AA-9999");
        euro("ie", 0.5, "IRL", WHITE, "german british", 0.02, "99-A-9999", "999-A-99999", "99-AA-9999", "99 A 999");
        euro("lu", 0.4, "L", List.of(Scheme.YELLOW), "german", 0.02, "AA 9999", "99999", "AA9999");
        euro("rs", 0.5, "SRB", WHITE, "german", 0.02, "AA@999-AA", "AA@9999-AA", "AA@999_AA");
        euro("al", 0.3, "AL", WHITE, "german", 0.7, "AA_999_AA");
        euro("ba", 0.3, "BIH", WHITE, "german", 0.02, "A99-A-999", "999-A-999");
        euro("mk", 0.3, "NMK", WHITE, "german", 0.02, "AA@9999-AA", "AA 999 AA");
        euro("by", 0.4, "BY", WHITE, "german", 0.02, "9999 AA-9", "9999AA-9");
        euro("md", 0.2, "MD", WHITE, "german", 0.02, "AAA 999", "A AA 999");
        euro("kz", 0.4, "KZ", WHITE, "russian", 0.02, "999 AAA>99", "999AAA>99", "999_AA>99");
        euro("ge", 0.2, "GE", WHITE, "german", 0.02, "AA-999-AA", "AAA-999");
        euro("am", 0.2, "AM", WHITE, "german", 0.02, "99 AA 999", "999_AA_99");
        euro(
                "historic",
                0.6,
                "",
                List.of(Scheme.BLACK, Scheme.BLACK, Scheme.BLUE, Scheme.RED, Scheme.LIGHT_BLUE),
                "german british",
                0,
                "AA 9999",
                "AA-99-99",
                "AAA 999",
                "9999 AA",
                "AA 999 A",
                "999-999",
                "A-99999");
    }

    private void europeTwoLines() {
        String all = PlateStyle.ALL_LETTERS;
        add(
                "eu-two-de",
                1.4,
                1.25,
                1.75,
                new European("D", WHITE, "german", 0.8, 0),
                all,
                "A@/AA_999",
                "AA@/AA_99",
                "AA/A_9999",
                "AAA/AA_99",
                "AA@/AA_9999",
                "A@/A_9999",
                "AAA@/A_99");
        add(
                "eu-two-gb",
                1.0,
                1.2,
                1.6,
                new European("GB", List.of(Scheme.WHITE, Scheme.YELLOW), "british", 0.15, 0),
                all,
                "AA99/AAA",
                "AA99/AAA",
                "A999/AAA",
                "AAA/999A");
        add(
                "eu-two",
                2.2,
                1.2,
                1.9,
                new European(
                        "F",
                        List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW),
                        "french italian polish spanish",
                        0.75,
                        0.1),
                all,
                "AA-999/AA",
                "AA-/999-AA",
                "9999/AAA",
                "AA/99999",
                "AA/999AA",
                "AA@/9999",
                "AAA/9999",
                "999/AAA",
                "AA_99/AAA");
        add(
                "eu-two-north",
                1.4,
                1.2,
                1.8,
                new European(
                        "N",
                        List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.RED_INK),
                        "nordic dutch belgian swiss",
                        0.6,
                        0),
                all,
                "AA/99999",
                "AA/9999",
                "AAA/999",
                "AA_99/999",
                "AA/99-AA",
                "99/AA-AA",
                "AA-99/AA",
                "9-AAA/999",
                "AA@/99999",
                "AA@/999999");
    }

    private void russia() {
        add("ru", 2.2, 4.3, 4.85, new Russian(), RUSSIAN, "A_999_AA>99", "A_999_AA>999", "A_999_AA>99", "A_999_AA>777");
        add(
                "ru-two",
                0.7,
                1.35,
                1.8,
                Plain.of(WHITE, "russian").withLetterScale(0.78),
                RUSSIAN,
                "A 999/AA 99",
                "A_999/AA_999",
                "9999/AA 99",
                "99 99/AA 99");
    }

    private void america() {
        String all = PlateStyle.ALL_LETTERS;
        add(
                "us",
                17,
                1.88,
                2.15,
                new American(STATES, "american american-octagon RG2014"),
                all,
                "AAA 9999",
                "AAA-9999",
                "9AAA999",
                "AAA 999",
                "999 AAA",
                "AAA@999",
                "A99 AAA",
                "AA9 A9A",
                "AAA-999",
                "999.AAA",
                "999-AAA",
                "AA 99999",
                "99999A9",
                "9999AA",
                "A99999",
                "999999",
                "AAA9999",
                "99A9999",
                "AA-9999",
                "XXXXXX",
                "9999 AA",
                "AAA 9A9",
                "99 AA9",
                "A99-A99",
                "AA.999A",
                "999 9999",
                "999-9999",
                "9AA 999",
                "AAA@9999",
                "AAA.999",
                "AA@99999");
        add(
                "us-vanity",
                3,
                1.88,
                2.15,
                new American(STATES, "american american-octagon RG2014"),
                all,
                "AAAAAA",
                "AAAAAAA",
                "AAAAA",
                "AAAA",
                "AAA 9",
                "AAAA99",
                "AA 99",
                "99 AAA",
                "9A",
                "AAA",
                "AA AAAA",
                "AAAAAA9",
                "AAA AAA",
                "AAAAAAAA",
                "99999");
        add(
                "mx",
                1,
                1.88,
                2.1,
                new American(List.of("Jalisco", "Puebla", "Sonora", "Mexico", "Nuevo Leon"), "american RG2014"),
                all,
                "AAA-99-99",
                "AAA-999-A",
                "AA-99-999",
                "A99-AAA",
                "999-AAA");
    }

    private void southAmerica() {
        String all = PlateStyle.ALL_LETTERS;
        add("br", 5, 2.85, 3.2, new Brazilian(false, ""), all, "AAA-9999", "AAA.9999", "AAA.9999", "AAA 9999");
        add("br-mercosur", 3, 2.9, 3.2, new Brazilian(true, "BRASIL"), all, "AAA9A99", "AAA_9A99");
        add("br-two", 1.2, 1.05, 1.3, new Brazilian(false, ""), all, "AAA/9999");
        add("br-mercosur-two", 0.8, 1.1, 1.3, new Brazilian(true, "BRASIL"), all, "AAA/9A99");
        add(
                "ar",
                1.2,
                2.2,
                3.0,
                Plain.of(List.of(Scheme.BLACK), "argentine").captioned(0.8, 0.1, 0.68, 0.82),
                all,
                "AAA 999",
                "AAA 999",
                "AAA@999");
        add("ar-mercosur", 1.4, 2.9, 3.2, new Brazilian(true, "REPUBLICA ARGENTINA"), all, "AA 999 AA", "AA_999_AA");
        add(
                "co",
                1.3,
                1.9,
                2.2,
                Plain.of(List.of(Scheme.YELLOW, Scheme.YELLOW, Scheme.YELLOW, Scheme.WHITE), "american german")
                        .captioned(0, 0.95, 0.66, 0.82),
                all,
                "AAA 999",
                "AAA.999",
                "AAA-999",
                "AAA@999");
        add(
                "cl",
                0.7,
                2.6,
                3.0,
                Plain.of(WHITE, "german french").captioned(0, 0.9, 0.68, 0.82),
                all,
                "AAAA.99",
                "AA.AA.99",
                "AA.9999",
                "AA-99.99");
    }

    private void china() {
        List<Scheme> blue = List.of(Scheme.BLUE, Scheme.BLUE, Scheme.BLUE, Scheme.BLUE, Scheme.BLUE, Scheme.BLACK);
        add(
                "cn",
                6.5,
                2.9,
                3.4,
                new Chinese(blue, false),
                CHINESE,
                "CA.XXXXX",
                "CA.99999",
                "CA.A9999",
                "CA.99A99",
                "CA.9A9A9",
                "CA.AA999");
        add(
                "cn-green",
                2.4,
                3.1,
                3.6,
                new Chinese(List.of(Scheme.NEW_ENERGY), true),
                CHINESE,
                "CA.{D,F,A,B,C}99999",
                "CA.{D,F}A9999",
                "CA.99999{D,F}",
                "CA.{D,F}XXXXX");
        add(
                "cn-yellow",
                0.8,
                2.9,
                3.4,
                new Chinese(List.of(Scheme.ORANGE, Scheme.YELLOW), false),
                CHINESE,
                "CA.XXXXX",
                "CA.99999");
        add(
                "cn-two",
                0.8,
                1.6,
                2.1,
                new Chinese(List.of(Scheme.ORANGE, Scheme.YELLOW), false),
                CHINESE,
                "CA/XXXXX",
                "CA/99999");
    }

    private void asia() {
        String all = PlateStyle.ALL_LETTERS;
        String states = "{MH,DL,KA,TN,UP,GJ,HR,KL,AP,TS,WB,RJ,MP,PB,CH,UK,BR,OD,AS,GA,JK,HP}";
        List<Scheme> indian =
                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.GREEN, Scheme.BLACK);
        Plain wide = Plain.of(indian, "indian german RG2014 Liberation Roboto DejaVu")
                .withStrip();
        add(
                "in",
                5,
                3.6,
                5.2,
                wide,
                all,
                states + " 99 AA 9999",
                states + "99AA9999",
                states + " 99 A 9999",
                states + "-99-AA-9999",
                states + "_99_AA_9999",
                states + "99 AA 9999",
                states + ".99.AA.9999",
                states + " 9A AA 9999",
                states + "-9A-9999");
        add(
                "in-two",
                3,
                1.3,
                2.2,
                wide,
                all,
                states + " 99/AA 9999",
                states + "-99-AA/9999",
                states + "99A/9999",
                states + "_99_A/9999",
                states + "99/AA9999",
                states + "-9A/9999",
                states + " 99 AA/9999");
        add(
                "pk",
                1.5,
                1.8,
                2.6,
                Plain.of(List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.GREEN_INK), "indian american")
                        .captioned(0.4, 0.75, 0.6, 0.8),
                all,
                "AAA-999",
                "AA-999",
                "AAA 9999",
                "AAA-99-9999",
                "AA.999",
                "AAA-9999");
        add(
                "pk-two",
                0.7,
                1.4,
                2.0,
                Plain.of(WHITE, "indian gulf").withStrip(),
                all,
                "AAA-99/9999",
                "AAA/9999",
                "AAA-99/999");
        add("ae", 0.9, 3.8, 4.8, Plain.of(WHITE, "gulf german"), all, "A 99999", "99 99999", "A 9999", "A@99999");
        add(
                "ae-two",
                0.5,
                1.6,
                2.1,
                Plain.of(WHITE, "gulf german").captioned(0.6, 0, 0.6, 0.85),
                all,
                "A/99999",
                "99/99999");
        add(
                "vn",
                0.8,
                4.0,
                4.6,
                Plain.of(List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.BLUE), "vietnamese"),
                all,
                "99A-999.99",
                "99A.999.99",
                "99A-9999");
        add(
                "vn-two",
                1.8,
                1.25,
                2.0,
                Plain.of(List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.BLUE), "vietnamese"),
                all,
                "99-A9/999.99",
                "99-A9/9999",
                "99A/999.99",
                "99A-/999.99",
                "99-AA/999.99");
        add(
                "il",
                0.6,
                4.2,
                4.9,
                new European("IL", List.of(Scheme.YELLOW), "german british", 0.8, 0),
                all,
                "99-999-99",
                "999-99-999",
                "99.999.99");
        add(
                "my",
                0.8,
                3.2,
                4.8,
                Plain.of(List.of(Scheme.BLACK), "gulf indian Liberation"),
                all,
                "AAA 9999",
                "AAA 999",
                "AA 9999 A",
                "A 9999");
        add(
                "my-two",
                0.4,
                1.4,
                2.0,
                Plain.of(List.of(Scheme.BLACK), "gulf indian Liberation"),
                all,
                "AAA/9999",
                "AAA/999");
    }

    private void others() {
        String all = PlateStyle.ALL_LETTERS;
        add(
                "au",
                1.4,
                2.4,
                3.0,
                Plain.of(
                                List.of(Scheme.WHITE, Scheme.WHITE, Scheme.YELLOW, Scheme.BLUE_INK, Scheme.BLACK),
                                "australian")
                        .captioned(0.25, 0.75, 0.66, 0.82),
                all,
                "AAA.999",
                "AAA 999",
                "AA.99.AA",
                "9AA.9AA",
                "999 AAA",
                "9AAA999",
                "999.AA9",
                "AAA-99A");
        add(
                "nz",
                0.6,
                2.7,
                3.1,
                Plain.of(List.of(Scheme.WHITE, Scheme.BLACK), "australian german"),
                all,
                "AAA999",
                "AAA 999",
                "AA9999");
        add(
                "za",
                0.8,
                3.9,
                4.6,
                Plain.of(List.of(Scheme.WHITE, Scheme.YELLOW, Scheme.BLUE_INK), "british german"),
                all,
                "AA 99 AA gp",
                "AAA 999 gp",
                "ca 999-999",
                "AAA 999 {EC,FS,MP,NW,L}",
                "nd 99999");
        List<Scheme> paint = ANY;
        Plain plain = new Plain(paint, "RG2014 german american indian dots stencil", 0.5, 0.82, 0.2, 0.2, 1, false);
        add(
                "any",
                4.5,
                1.9,
                5.2,
                plain,
                all,
                "XXXXXX",
                "XXXXXXX",
                "XXXXX",
                "XXX XXX",
                "XXX-XXXX",
                "XX XXXXX",
                "XXXX XXX",
                "XXXX",
                "AA.99999",
                "99A 9999",
                "9A 99999",
                "999 999",
                "AAAAAA",
                "AAAAAAA",
                "AAAA",
                "AAA",
                "AA",
                "9999",
                "99999999",
                "XXXXXXXX",
                "A 9",
                "AA 9",
                "AAAAAAAA");
        add(
                "any-two",
                1.6,
                1.15,
                2.2,
                plain,
                all,
                "XXX/XXXX",
                "XX/XXXX",
                "AAA/999",
                "999/AAA",
                "AA/9999",
                "XXXX/XXX",
                "AA99/9999",
                "99/9999",
                "A/999",
                "XX XX/XXXX");
    }
}
