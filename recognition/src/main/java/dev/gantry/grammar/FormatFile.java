package dev.gantry.grammar;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the format files; {@code docs/grammar.md} tells what is in them. */
final class FormatFile {

    /** In this package's resources. */
    static final List<String> SHIPPED =
            List.of("formats-europe.json", "formats-north-america.json", "formats-world.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A country or a state of one.
     *
     * @param vehicles in millions, roughly
     * @param sizes width and height in mm by the number of lines
     * @param rejects texts that look alike but fit none of the formats
     */
    record Region(
            String region,
            String name,
            double vehicles,
            @Nullable String colours,
            @Nullable String note,
            Map<Integer, List<Double>> sizes,
            @Nullable Map<String, String> sets,
            @Nullable Map<String, String> lists,
            List<Format> formats,
            @Nullable List<String> rejects) {

        Map<String, String> namedSets() {
            return sets == null ? Map.of() : sets;
        }

        Map<String, String> namedLists() {
            return lists == null ? Map.of() : lists;
        }

        List<String> nearMisses() {
            return rejects == null ? List.of() : rejects;
        }
    }

    /**
     * @param weight how many of the region's plates have it, against its other formats; 1 when not given
     * @param from first year in which it was issued
     * @param to last year in which it was issued
     * @param never groups of characters that are not issued
     */
    record Format(
            String pattern,
            @Nullable Double weight,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Set<String> never,
            List<String> examples) {

        double weightOrOne() {
            return weight == null ? 1 : weight;
        }

        Set<String> neverOrNone() {
            return never == null ? Set.of() : never;
        }
    }

    private FormatFile() {}

    static List<Region> shipped() {
        var regions = new ArrayList<Region>();
        for (String name : SHIPPED) {
            try (InputStream in = FormatFile.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the library");
                }
                regions.addAll(JSON.readValue(in, new TypeReference<List<Region>>() {}));
            } catch (IOException e) {
                throw new IllegalStateException(name + " cannot be read: " + e.getMessage(), e);
            }
        }
        return regions;
    }

    static List<PlateFormat> formats(List<Region> regions) {
        return regions.stream().flatMap(region -> formats(region).stream()).toList();
    }

    private static List<PlateFormat> formats(Region region) {
        var parser = new PatternParser(region.namedSets(), region.namedLists());
        double sum = region.formats().stream().mapToDouble(Format::weightOrOne).sum();
        List<Double> aspects = region.sizes().values().stream()
                .map(size -> size.get(0) / size.get(1))
                .toList();
        return region.formats().stream()
                .map(format -> new PlateFormat(
                        region.region(),
                        format.pattern(),
                        format.weightOrOne() / sum,
                        region.vehicles(),
                        aspects,
                        parser.shapes(format.pattern(), format.neverOrNone())))
                .toList();
    }
}
