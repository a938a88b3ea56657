package dev.gantry.server.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where settings come from.
 *
 * @param directory where {@code gantry.yaml} is looked for when no file is named
 * @param configFlag the file named with {@code --config}
 * @param environment the process's environment
 * @param flags dotted names and texts from the command line; they win over all else
 */
public record SettingsSources(
        Path directory, Optional<Path> configFlag, Map<String, String> environment, Map<String, String> flags) {

    private static final String DEFAULT_FILE = "gantry.yaml";
    private static final String PREFIX = "GANTRY_";
    private static final String CONFIG_VARIABLE = "GANTRY_CONFIG";

    /** Variables with our prefix that are no settings: they are for the launcher. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of(CONFIG_VARIABLE, "GANTRY_JAVA_HOME", "GANTRY_JAVA_OPTS", "GANTRY_HOME");

    public SettingsSources {
        environment = Map.copyOf(environment);
        flags = Map.copyOf(flags);
    }

    /** The file that is read, if any: the flag's, the variable's or the one in the directory. */
    public Optional<Path> file() {
        if (configFlag.isPresent()) {
            return configFlag;
        }
        String named = environment.getOrDefault(CONFIG_VARIABLE, "");
        if (!named.isBlank()) {
            return Optional.of(directory.resolve(named));
        }
        return Optional.of(directory.resolve(DEFAULT_FILE)).filter(Files::exists);
    }

    SettingValues values() {
        var entries = new ArrayList<SettingValues.Entry>();
        file().ifPresent(file -> entries.addAll(SettingsFile.read(file)));
        for (SettingKey<?> key : SettingKeys.ALL) {
            String text = environment.get(key.variable());
            if (text != null) {
                entries.add(new SettingValues.Entry(key.name(), text, "the variable " + key.variable()));
            }
        }
        flags.forEach((key, text) -> entries.add(new SettingValues.Entry(key, text, "the command line")));
        return new SettingValues(entries);
    }

    /**
     * One sentence for each variable that looks like ours and is not. They are no errors, since container platforms set
     * such variables by themselves (Kubernetes: {@code GANTRY_SERVICE_HOST} for a service named gantry).
     */
    public List<String> warnings() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !OTHER_VARIABLES.contains(name))
                .filter(name ->
                        SettingKeys.ALL.stream().noneMatch(key -> key.variable().equals(name)))
                .sorted()
                .map(name -> "The variable %s sets nothing%s"
                        .formatted(
                                name,
                                NearestName.toVariable(name)
                                        .map("; did you mean %s?"::formatted)
                                        .orElse(".")))
                .toList();
    }
}
