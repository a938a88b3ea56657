package dev.gantry.server.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A {@code gantry.yaml}: nested groups or dotted names, as the user likes. */
final class SettingsFile {

    private SettingsFile() {}

    static List<SettingValues.Entry> read(Path file) {
        var mapper = new YAMLMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try {
            var entries = new ArrayList<SettingValues.Entry>();
            JsonNode root = mapper.readTree(Files.readString(file));
            if (root.isMissingNode() || root.isNull()) { // nothing but comments
                return entries;
            }
            if (!root.isObject()) {
                throw new SettingsException("%s must hold lines of the form 'key: value'.".formatted(file));
            }
            collect("", root, file, entries);
            return entries;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new SettingsException("%s is not proper YAML%s: %s"
                    .formatted(
                            file,
                            place == null ? "" : " (line " + place.getLineNr() + ")",
                            e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new SettingsException(
                    "The configuration %s cannot be read: there is no such file, or it may not be read."
                            .formatted(file));
        }
    }

    private static String list(JsonNode array) {
        return array.valueStream()
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .collect(Collectors.joining(","));
    }

    private static void collect(String prefix, JsonNode node, Path file, List<SettingValues.Entry> entries) {
        for (var property : node.properties()) {
            String key = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) {
                collect(key + ".", value, file, entries);
            } else if (value.isArray()) {
                entries.add(new SettingValues.Entry(key, list(value), file.toString()));
            } else if (!value.asText().isBlank()) { // "key:" with nothing after it leaves the default
                entries.add(new SettingValues.Entry(key, value.asText(), file.toString()));
            }
        }
    }
}
