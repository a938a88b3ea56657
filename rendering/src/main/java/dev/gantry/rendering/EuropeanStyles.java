package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;

/** The table of the European plates of one line, and that of two lines. */
final class EuropeanStyles {
    /** Name; weight; letters on the band; typefaces; share with a band at the right; colours; letters in use; formats. */
    private static final String LONG = """
            de; 2.6; D; german; 0.03; WWWWGR; *; {B,M,K,F,S,H,D,L,N,E}@AA_9999|A@AA_999|AA@AA_999|AA@A_999|AAA@AA_99|AA@AA_9999
            +AAA@A_999|AA@A_9999|A@A_9999|AA@AA_99|A_AA_999h|AA@A_999e|{B,M,K}-AA 9999
            de-dots; 1.4; D; german; 0.03; WWWWGR; *; {FÜ,GÖ,GÜ,HÖ,KÖ,LÖ,MÜ,NÖ,RÜ,TÜ,WÜ,ÜB,BÖ,SÄ}@AA_9999
            +{FÜ,GÖ,LÖ,MÜ,TÜ,WÜ}@AA_999|{FÜ,GÖ,LÖ,MÜ,TÜ,WÜ,BÖ}@A_9999|{FÜ,GÖ,LÖ,MÜ,TÜ,WÜ}@A_999
            +{BÜR,BÜS,DÜW,FÜS,GÜN,HMÜ,HÖS,HÜN,JÜL,KÖN,KÖT,KÖZ,KRÜ,LÖB,LÜN,LÜP,MÜB,MÜL,MÜN,MÜR,PRÜ,RÜD,RÜG,SÄK,SLÜ,SMÜ,SÖM,SÜW,TÖL,VÖH,WÜM,ÖHR}@AA_99
            +{BÜR,DÜW,HÖS,HÜN,KÖN,KÖT,LÖB,LÜN,MÜL,MÜR,RÜD,RÜG,SÄK,SLÜ,SÖM,SÜW,TÖL,WÜM,ÖHR}@A_999|{FÜ,GÖ,LÖ,MÜ,TÜ,WÜ}@AA_99
            gb; 2.6; GB; british; 0; WY; ABCDEFGHJKLMNOPRSTUVWXYZ; AA99 AAA|AA99 AAA|AA99 AAA|AA99_AAA|A999 AAA|AAA 999A|A99 AAA
            gb-old; 0.5; GB; british; 0; WYK; *; AAA 999|9 AAA|AA 99|AAA 9|9999 AA|999 AAA
            fr; 1.7; F; french; 0.75; WWWY; ABCDEFGHJKLMNPQRSTVWXYZ; AA-999-AA|AA-999-AA|AA-999-AA|999 AA 99|9999 AA 99
            fr-overseas; 1.0; F; french; 0.75; WWWY; ABCDEFGHJKLMNPQRSTVWXYZ; 999 AAA ^{9}~{7} 9|999 AAA_^{9}~{7}_9|999 AA ^9~{A,B,9}_9
            it; 1.7; I; italian; 0.75; W; ABCDEFGHJKLMNPRSTVWXYZ; AA@999AA|AA_999AA|AA 999AA
            es; 1.5; E; spanish; 0.02; W; BCDFGHJKLMNPRSTVWXYZ; 9999 AAA|9999 AAA|9999 AAA|{M,B,V,SE,MA} 9999 AA
            nl; 1.7; NL; dutch; 0.02; YYYOU; BDFGHJKLNPRSTVXZ; 99-AA-AA|99-AAA-9|9-AAA-99|AA-99-99|AA-99-AA|AA-AA-99|AA-999-A
            +A-999-AA|AAA-99-A
            be; 1.1; B; belgian; 0.02; RRRRB; *; 9-AAA-999|9-AAA-999|AAA-999|999-AAA
            pt; 0.8; P; spanish french; 0.7; W; ABCDEFGHIJLMNOPQRSTUVXZ; 99-AA-99|AA-99-99|99-99-AA|AA_99_AA
            pl; 1.5; PL; polish; 0.02; WWWWYKN; *; AA@99999|AA 9999A|AAA@9999|AA 999AA|AAA A999|AAA 99AA|AA 99999|A9 AAA|AAA 9999A
            cz; 0.9; CZ; central polish; 0.02; W; ABCEHJKLMNPSTUVXYZ; 9A9@9999|9A9 9999|AAA@99-99|AA9 99AA
            sk; 0.6; SK; central; 0.02; W; *; AA@999AA|AA-999AA|AA@999AA
            hu; 0.6; H; central nordic; 0.02; WWWNU; *; AAA-999|AA@AA-999|AAA@999
            ro; 0.8; RO; german central; 0.02; WWWWR; *; {B,CJ,TM,IS,BV,CT,IF,DJ,SB} 99 AAA|b 999 AAA|AA 99 AAA|AA 999999
            bg; 0.5; BG; german central; 0.02; W; ABEKMHOPCTYX; AA 9999 AA|A 9999 AA|AA9999AA
            hr; 0.5; HR; german; 0.02; W; *; AA@999-AA|AA@9999-A|AA@999-A|AA@9999-AA
            si; 0.4; SLO; german french; 0.02; WG; *; AA@AA-999|AA@A9-999|AA@99-99A|AA@999-AA
            at; 0.8; A; german central; 0.02; WWG; *; A@99999A|AA@999AA|A@9999A|AA@9999A|A@99999|AA@AAA9
            ch; 0.7; CH; swiss; 0.1; W; *; {ZH,BE,VD,AG,GE,TI,SG,LU,BS}.999999|AA.99999|AA 999.999|AA.9999
            dk; 0.6; DK; nordic; 0.02; WWY; *; AA 99 999|AA 99_999
            se; 0.8; S; nordic; 0.1; WWY; ABCDEFGHJKLMNOPRSTUWXYZ; AAA@999|AAA 999|AAA 99A
            no; 0.7; N; nordic; 0.02; WWWNK; *; AA 99999|AA_99999|AA 9999
            fi; 0.6; FIN; nordic dutch; 0.02; W; ABCEFGHIJKLMNORSTUVXYZÅÄÖ; AAA-999|AAA-999|AAA-99
            aland; 0.15; AX; nordic; 0.6; WB; *; {ÅLA,ÅLB,ÅLC,ÅLD,ÅLE,ÅLF,ÅLG,ÅLH,ÅLJ,ÅLK,ÅLM,ÅLN,ÅLP,ÅLR}-999|{ÅLA,ÅLB,ÅLC,ÅLD}_99
            is; 0.2; IS; nordic; 0.02; B; *; AA@999|AA@A99
            lt; 0.4; LT; german central; 0.02; W; *; AAA@999|AAA 999
            lv; 0.4; LV; french german; 0.02; W; *; AA-9999|AA-999|AA-99
            ee; 0.4; EST; nordic german; 0.02; W; *; 999 AAA|99 AAA
            ua; 0.7; UA; german french; 0.02; W; ABEIKMHOPCTX; AA 9999 AA|AA9999AA|999-99 AA
            by; 0.4; BY; german; 0.02; W; ABEIKMHOPCTX; 9999 AA-9|9999AA-9
            tr; 1.2; TR; turkish; 0.02; W; ABCDEFGHIJKLMNOPRSTUVYZ; 99 AA 999|99 AAA 99|99 A 9999|99 AAA 999|99 AA 9999
            gr; 0.5; GR; german french; 0.02; W; ABEZHIKMNOPTYX; AAA-9999|AAA 9999|AA-9999
            cy; 0.2; CY; british; 0.02; WY; *; AAA 999
            mt; 0.2; M; german; 0.02; W; *; AAA 999|AAA@999
            ie; 0.5; IRL; german british; 0.02; W; *; 99-A-9999|999-A-99999|99-AA-9999|99 A 999|999-AA-999
            lu; 0.4; L; german; 0.02; Y; *; AA 9999|99999|AA9999
            rs; 0.5; SRB; german; 0.02; W; *; AA@999-AA|AA@9999-AA|AA@999_AA
            me; 0.2; MNE; german; 0.02; W; *; AA@AA999|AA AA 999
            al; 0.3; AL; german; 0.7; W; *; AA_999_AA
            ba; 0.3; BIH; german; 0.02; W; AEJKMOT; A99-A-999|999-A-999
            mk; 0.3; NMK; german; 0.02; W; *; AA@9999-AA|AA 999 AA
            md; 0.2; MD; german; 0.02; W; *; AAA 999|A AA 999
            kz; 0.4; KZ; russian; 0.02; W; *; 999 AAA>99|999AAA>99|999_AA>99
            ge; 0.2; GE; german; 0.02; W; *; AA-999-AA|AAA-999
            am; 0.2; AM; german; 0.02; W; *; 99 AA 999|999_AA_99
            il; 0.6; IL; german british; 0.02; Y; *; 99-999-99|999-99-999|99.999.99
            historic; 0.6; ; german british; 0; KKUDL; *; AA 9999|AA-99-99|AAA 999|9999 AA|AA 999 A|999-999|A-99999
            """;

    private static final String SQUARE = """
            two-de; 1.4; D; german; 0; W; *; A@/AA_999|AA@/AA_99|AA/A_9999|AAA/AA_99|AA@/AA_9999|A@/A_9999|AAA@/A_99
            two-de-dots; 0.5; D; german; 0; W; *; {FÜ,GÖ,LÖ,MÜ,TÜ,WÜ}@/AA_99|{FÜ,GÖ,LÖ,MÜ,TÜ,WÜ}@/A_999|{HÖS,MÜL,TÖL,RÜD,SÜW,KÖN}/AA_99
            two-gb; 1.0; GB; british; 0; WY; *; AA99/AAA|AA99/AAA|A999/AAA|AAA/999A
            two; 2.2; F; french italian polish spanish; 0; WWWY; *; AA-999/AA|AA-/999-AA|9999/AAA|AA/99999|AA/999AA|AA@/9999|AAA/9999
            +999/AAA|AA_99/AAA|AAA/999A
            two-north; 1.4; N; nordic dutch belgian swiss; 0; WWYR; *; AA/99999|AA/9999|AAA/999|AA_99/999|AA/99-AA|99/AA-AA|AA-99/AA
            +9-AAA/999|AA@/99999|AA@/999999
            """;

    private EuropeanStyles() {}

    static List<PlateStyle> all() {
        List<PlateStyle> styles = new ArrayList<>();
        for (List<String> row : Table.rows(LONG)) {
            styles.add(style(row, 4.2, 5.0, 0.85));
        }
        for (List<String> row : Table.rows(SQUARE)) {
            styles.add(style(row, 1.2, 1.85, 0.65));
        }
        return styles;
    }

    private static PlateStyle style(List<String> row, double narrowest, double widest, double band) {
        boolean british = row.get(0).contains("gb");
        double share = row.get(2).isEmpty() ? 0 : british ? 0.3 : band;
        European design =
                new European(row.get(2), Table.schemes(row.get(5)), row.get(3), share, Double.parseDouble(row.get(4)));
        return new PlateStyle(
                "eu-" + row.get(0),
                Double.parseDouble(row.get(1)),
                narrowest,
                widest,
                design,
                Table.letters(row.get(6)),
                Table.formats(row.get(7)));
    }
}
