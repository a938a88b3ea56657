package dev.gantry.rendering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All typefaces: the drawn ones, and the installed free ones that suit plates, captions or province signs. */
final class Typefaces {
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String CAPTION_CHARACTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz.,-'/&!";

    /** Free fonts whose capitals and digits look like those on some plate. */
    private static final String PLATE_FONTS = """
            RG2014B RG2014C RG2014C RG2014D RG2014D RG2014E RG2014EM RG2014F OSP-DIN DejaVuSansCondensed-Bold DejaVuSans-Bold
            DejaVuSansMono-Bold LiberationSans-Bold LiberationSansNarrow-Bold LiberationMono-Bold RobotoCondensed-Bold
            RobotoCondensed-Medium RobotoCondensed-Regular Roboto-Medium Roboto-Bold OpenSans-CondBold OpenSans-Semibold
            NimbusSansNarrow-Bold NimbusSansNarrow-Regular NimbusSans-Bold NimbusMonoPS-Bold FreeSansBold FreeMonoBold
            Hack-Bold Inconsolata Cantarell-Bold Dosis-Bold Dosis-SemiBold Dosis-ExtraBold Lato-Bold Lato-Semibold
            URWGothic-Demi BebasNeue-Bold YanoneKaffeesatz-SemiBold NationalPark-Heavy NationalPark-Regular routed-gothic
            routed-gothic-narrow osifont tiresias_infofont_bold tiresias_signfont_bold Play-Bold B612-Bold Cabin-Bold
            ClearSans-Bold PTN77F PTM75F LeagueMono-CondensedBold LeagueMono-NarrowBold GilliusADF-BoldCond
            UniversalisADFStd-BoldCond SwitzeraADF-BoldCond SwitzeraADF-DmBdCond SwitzeraADF-BoldExt GemunuLibre-SemiBold
            GemunuLibre-Bold OCRB OCRABold Oxygen-Sans-Bold JetBrainsMono-Bold Mplus1Code-Bold Inter-SemiBold Karla-Bold
            Tuffy_Bold BetecknaGSCondensed-Bold NanumSquareRoundB mononoki-Bold Engadget Jura-Bold Quicksand-Bold Loma-Bold
            NotoSansMono-Bold""";

    /** What sign writers use where plates are made by hand; drawn only where a style asks for it. */
    private static final String FANCY_FONTS = """
            LiberationSerif-Bold LiberationSans-BoldItalic DejaVuSerif-Bold DejaVuSerifCondensed-Bold DejaVuSans-BoldOblique
            NimbusRoman-Bold NimbusSans-BoldItalic URWBookman-Demi C059-Bold C059-BdIta P052-Bold FreeSerifBold Lato-BlackItalic
            Lato-Black Lato-Regular OpenSans-ExtraBold Roboto-Black Roboto-Regular LeagueSpartan-Bold ComicNeue-Bold
            Comfortaa-Bold RobotoSlab-Bold allerta_stencil SmileySans-Oblique Humor-Sans Andika-Bold AveriaSansGWF-Bold eurof75
            Sora-Bold Domestic_Manners dkgBd RocknRollOne-Regular Stick-Regular aesymatt automati binchrt bocuma chemreb conduit
            darkside dynamic extracti galapogo gather gesture gravitat homespun intersec kickflip konector macropsi monkphon
            nominal notqr nsecthck persuasi quantrnd rambling relapse revert saunder setbackt syndrome tsextols turmoil
            underwhe variance vigilanc wayward withstan xipital yonder zenith zephyrea""";

    private static final String CAPTION_FONTS = """
            DejaVuSans-Bold DejaVuSerif-Bold LiberationSans-Bold LiberationSerif-BoldItalic LiberationSansNarrow-Bold
            RobotoCondensed-Bold Lato-Bold Lato-BoldItalic URWGothic-Demi URWBookman-Demi C059-BdIta Z003-MediumItalic
            NimbusRoman-Bold NimbusSans-BoldItalic Dosis-Bold P052-BoldItalic Cantarell-Bold""";

    private static final String PROVINCE_FONTS =
            "NotoSansCJK-Bold NotoSansCJK-Regular NotoSerifCJK-Bold DroidSansFallbackFull wqy-zenhei wqy-microhei";

    private final List<Typeface> drawn;
    private final List<Typeface> free;
    private final List<Typeface> fancy;
    private final List<Typeface> captions;
    private final List<Typeface> provinces;

    Typefaces(List<Path> fontFolders) {
        DieCutter cutter = new DieCutter();
        drawn = Stream.concat(Dies.all().stream(), Dies.mixed().stream())
                .map(cutter::cut)
                .toList();
        InstalledFonts fonts = new InstalledFonts(fontFolders);
        free = fonts.typefaces(PLATE_FONTS, CAPITALS).stream()
                .filter(face -> face.covers(CAPITALS))
                .toList();
        fancy = fonts.typefaces(FANCY_FONTS, CAPITALS).stream()
                .filter(face -> face.covers(CAPITALS))
                .toList();
        List<Typeface> found = new ArrayList<>(fonts.typefaces(CAPTION_FONTS, CAPTION_CHARACTERS));
        captions = found.isEmpty() ? drawn.stream().limit(4).toList() : List.copyOf(found);
        provinces = fonts.typefaces(PROVINCE_FONTS, TextPattern.PROVINCES).stream()
                .filter(face -> face.covers(TextPattern.PROVINCES))
                .toList();
    }

    boolean hasProvinces() {
        return !provinces.isEmpty();
    }

    Typeface province(RandomGenerator random) {
        return Chance.pick(provinces, random);
    }

    Typeface caption(RandomGenerator random) {
        return Chance.pick(captions, random);
    }

    /** One whose name starts with one of the blank-separated prefixes; any when there is none. */
    Typeface named(String prefixes, RandomGenerator random) {
        String[] wanted = prefixes.split(" ", -1);
        String prefix = wanted[random.nextInt(wanted.length)];
        List<Typeface> matching = IntStream.range(0, drawn.size() + free.size())
                .mapToObj(i -> i < drawn.size() ? drawn.get(i) : free.get(i - drawn.size()))
                .filter(face -> face.name().startsWith(prefix))
                .toList();
        return matching.isEmpty() ? any(random) : Chance.pick(matching, random);
    }

    /** Any, and now and then a sign writer's. */
    Typeface fancy(RandomGenerator random) {
        return fancy.isEmpty() ? any(random) : Chance.pick(fancy, random);
    }

    Typeface any(RandomGenerator random) {
        boolean own = free.isEmpty() || random.nextInt(5) < 2;
        return Chance.pick(own ? drawn : free, random);
    }
}
