package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;

/** The table of the plates without pictures: Asia, Oceania, Africa, South America and made-up ones. */
final class PlainStyles {
    /** Name; weight; proportions; typefaces; colours; small print above, below; cap height; extra; letters; formats. */
    private static final String TABLE = """
            in; 4; 3.6-5.2; indian german RG2014 Liberation Roboto DejaVu; WWWWYNK; 0.12,0.15; 0.5-0.78; free; *; {$} 99 AA 9999
            +{$}99AA9999|{$} 99 A 9999|{$}-99-AA-9999|{$}_99_AA_9999|{$}99 AA 9999|{$}.99.AA.9999|{$} 9A AA 9999|{$}-9A-9999
            +{$}_99_A_9999|.{$} 99 AA 9999.|@{$} 99 AA 9999|{$}.99.AA.999|{$} 99 A 999|{$}9AAA9999|{$}-99 AA-9999|{$} 99.AA 9999
            in-two; 2.5; 1.3-2.2; indian german RG2014 Liberation Roboto DejaVu; WWWWYNK; 0.08,0.12; 0.56-0.8; free; *; {$} 99/AA 9999
            +{$}-99-AA/9999|{$}99A/9999|{$}_99_A/9999|{$}99/AA9999|{$}-9A/9999|{$} 99 AA/9999|{$}99AA/9999|{$} 99 A/999|.{$} 99./AA 9999
            in-stacked; 1.4; 3.2-5.0; indian german RG2014 Liberation Roboto DejaVu; WWWWYK; 0.05,0.1; 0.56-0.8; free; *; ^{$}99~AA 9999
            +^{$}99~AA 9999|^{$}99~AA_9999|^{$}99~A 9999|^{$}99~A_9999|^{$}~99_AA 9999|^{$}~99 A 9999|^{$}9A~A 9999|^{$}9A~AA_999|^{$}99~AA 9999
            pk; 1.3; 1.8-2.6; indian american; WWYGK; 0.4,0.75; 0.6-0.8; free; *; AAA-999|AA-999|AAA 9999|AAA-99-9999|AA.999|AAA-9999
            +AAA^9~9_9999|AA 9999
            pk-two; 0.9; 1.4-2.0; indian gulf; WWK; 0.1,0.4; 0.56-0.78; free; *; AAA-99/9999|AAA/9999|AAA-99/999|AAA/999|AA/9999|AAA^9~9/9999
            ae; 0.9; 3.8-4.8; gulf german; W; 0.1,0; 0.56-0.78; -; *; A 99999|99 99999|A 9999|A@99999|A@9999
            ae-two; 0.5; 1.6-2.1; gulf german; W; 0.6,0; 0.6-0.85; -; *; A/99999|99/99999
            sa; 0.5; 1.9-2.3; gulf german; WWU; 0.9,0; 0.5-0.7; -; ABDEGHJKLNRSTUVXZ; 9999 AAA|999 AAA
            qa; 0.3; 1.9-2.5; gulf german; W; 0.7,0; 0.6-0.8; -; *; 999999|99999
            vn; 0.8; 4.0-4.6; vietnamese; WWYU; 0,0; 0.56-0.78; -; *; 99A-999.99|99A.999.99|99A-9999
            vn-two; 2.0; 1.25-2.0; vietnamese; WWWYU; 0,0; 0.6-0.8; -; *; 99-A9/999.99|99-A9/9999|99A/999.99|99A-/999.99|99-AA/999.99
            +99.A9/999.99|99A-9999/99
            id; 0.8; 2.6-3.4; gulf indian american; KKW; 0,0.8; 0.6-0.8; -; *; A 9999 AAA|A 9999 AA|AA 9999 AA|AA 9999 A
            ph; 0.5; 1.9-2.6; american german; WWG; 0.3,0.8; 0.55-0.75; -; *; AAA 999|AAA 9999|AAA.9999
            sg; 0.4; 3.4-4.6; gulf british; KKW; 0,0; 0.56-0.8; -; *; SAA 9999 A|SAA999A|SA 9999 A
            hk; 0.4; 3.8-4.8; british; WY; 0,0; 0.56-0.78; -; *; AA 9999|AA 999
            lk; 0.3; 2.4-4.2; german indian; WY; 0,0; 0.56-0.78; -; *; {WP,CP,SP,NW} AAA-9999|AAA-9999
            my; 0.8; 3.2-4.8; gulf indian Liberation; K; 0,0; 0.56-0.8; -; *; AAA 9999|AAA 999|AA 9999 A|A 9999
            my-two; 0.4; 1.4-2.0; gulf indian Liberation; K; 0,0; 0.56-0.8; -; *; AAA/9999|AAA/999
            tw; 0.4; 2.0-2.5; german american; WWG; 0,0; 0.56-0.78; -; *; AAA-9999|9999-AA|AA-9999|A9-9999
            jp-export; 0.2; 1.9-2.1; gulf; WGY; 0.8,0; 0.55-0.7; -; *; 99-99|9999
            au; 1.4; 2.4-3.0; australian; WWYBK; 0.25,0.75; 0.66-0.82; -; *; AAA.999|AAA 999|AA.99.AA|9AA.9AA|999 AAA|9AAA999|999.AA9|AAA-99A
            au-two; 0.3; 1.3-1.7; australian; WYB; 0,0.5; 0.6-0.8; -; *; AA/999|AA9/9AA|AAA/99
            nz; 0.6; 2.7-3.1; australian german; WWK; 0,0; 0.6-0.8; -; *; AAA999|AAA 999|AA9999
            za; 0.8; 3.9-4.6; british german; WYB; 0,0; 0.56-0.78; -; *; AA 99 AA gp|AAA 999 gp|ca 999-999|AAA 999 {EC,FS,MP,NW,L}|nd 99999
            ke; 0.4; 4.0-4.8; british german; WY; 0,0.2; 0.56-0.78; -; *; kAA 999A
            ke-two; 0.2; 1.3-1.9; british german; WY; 0,0; 0.56-0.78; -; *; kAA/999A
            ng; 0.4; 1.9-2.3; american german; BBD; 0.9,0.8; 0.55-0.75; -; *; AAA-999AA|AA999-AAA
            gh; 0.2; 3.9-4.6; german; W; 0,0; 0.56-0.78; -; *; AA 9999-99|AA 999-Y
            ma; 0.3; 4.2-4.8; german french; W; 0,0; 0.56-0.78; -; ABDEHJT; 99999 A 99|9999-A-9
            dz; 0.3; 4.2-4.8; german french; WY; 0,0; 0.56-0.78; -; *; 99999 999 99|999999 999 99
            ar; 1.4; 2.0-2.9; argentine; K; 0,0; 0.56-0.72; panel; *; AAA 999|AAA 999|AAA@999
            ar-two; 0.3; 1.1-1.5; argentine; K; 0,0; 0.6-0.75; panel; *; 999/AAA|AAA/999
            co; 1.3; 1.9-2.2; american german; YYYW; 0,0.95; 0.66-0.82; -; *; AAA 999|AAA.999|AAA-999|AAA@999
            co-two; 0.3; 1.2-1.6; american german; Y; 0,0.8; 0.66-0.82; -; *; AAA/99A
            cl; 0.7; 2.6-3.0; german french; W; 0,0.9; 0.68-0.82; -; BCDFGHJKLPRSTVWXYZ; AAAA.99|AA.AA.99|AA.9999|AA-99.99
            pe; 0.4; 1.9-2.2; american german; WWY; 0.9,0; 0.6-0.8; -; *; AAA-999|A9A-999
            ec; 0.3; 1.9-2.6; american german; WO; 0.8,0; 0.6-0.8; -; *; AAA-9999|AAA-999
            uy; 0.3; 2.9-3.2; german; W; 0.5,0.3; 0.6-0.8; -; *; AAA 9999|AAA.9999
            bo; 0.2; 1.9-2.6; argentine german; B; 0.8,0; 0.6-0.8; -; *; 9999 AAA|999-AAA
            ve; 0.2; 1.9-2.2; american; W; 0.8,0.6; 0.6-0.8; -; *; AA999AA|AAA 99A
            cr; 0.2; 1.9-2.2; american; WB; 0.9,0.6; 0.6-0.8; -; *; AAA-999|999999
            any; 4; 1.9-5.2; RG2014 german american indian dots stencil; WWWWSYOKUDNRBGL; 0.2,0.2; 0.5-0.82; free; *; XXXXXX|XXXXXXX|XXXXX
            +XXX XXX|XXX-XXXX|XX XXXXX|XXXX XXX|XXXX|AA.99999|99A 9999|9A 99999|999 999|AAAAAA|AAAAAAA|AAAA|AAA|AA|9999|99999999
            +XXXXXXXX|A 9|AA 9|AAAAAAAA
            any-two; 1.6; 1.15-2.2; RG2014 german american indian dots stencil; WWWWSYOKUDNRBGL; 0.2,0.2; 0.5-0.82; free; *; XXX/XXXX|XX/XXXX
            +AAA/999|999/AAA|AA/9999|XXXX/XXX|AA99/9999|99/9999|A/999|XX XX/XXXX
            """;

    private static final String INDIAN_STATES =
            "{MH,DL,KA,TN,UP,GJ,HR,KL,AP,TS,TG,WB,RJ,MP,PB,CH,UK,BR,OD,AS,GA,JK,HP,CG,JH,PY,MN}";

    private PlainStyles() {}

    static List<PlateStyle> all() {
        List<PlateStyle> styles = new ArrayList<>();
        for (List<String> row : Table.rows(TABLE)) {
            double[] proportions = pair(row.get(2), "-");
            double[] print = pair(row.get(5), ",");
            double[] cap = pair(row.get(6), "-");
            Plain design = new Plain(
                    Table.schemes(row.get(4)),
                    row.get(3),
                    cap[0],
                    cap[1],
                    print[0],
                    print[1],
                    1,
                    Plain.Extra.of(row.get(7)));
            styles.add(new PlateStyle(
                    row.get(0),
                    Double.parseDouble(row.get(1)),
                    proportions[0],
                    proportions[1],
                    design,
                    Table.letters(row.get(8)),
                    Table.formats(row.get(9).replace("{$}", INDIAN_STATES))));
        }
        return styles;
    }

    private static double[] pair(String cell, String between) {
        int at = cell.indexOf(between);
        return new double[] {Double.parseDouble(cell.substring(0, at)), Double.parseDouble(cell.substring(at + 1))};
    }
}
