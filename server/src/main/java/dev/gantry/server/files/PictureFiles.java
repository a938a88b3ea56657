package dev.gantry.server.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds picture files. A file that is named is always taken, whatever its name; of a folder those with the ending of a
 * picture, in it and below it, in the order of their names. What is hidden (its name starts with a dot) is passed over,
 * and links to folders are not followed.
 */
public final class PictureFiles {

    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif", "tif", "tiff", "webp");

    /** Something that was named or found. */
    public sealed interface Entry permits Found, Unreadable {
        Path path();
    }

    /**
     * A picture file.
     *
     * @param relative its path below the folder that was named; its mere name when it was named itself
     */
    public record Found(Path path, Path relative) implements Entry {}

    /** A folder that cannot be listed, or a path where there is nothing. */
    public record Unreadable(Path path, boolean missing) implements Entry {}

    private PictureFiles() {}

    public static List<Entry> find(Path path) {
        var entries = new ArrayList<Entry>();
        if (Files.isDirectory(path)) {
            list(path, path, entries);
        } else if (Files.exists(path)) {
            entries.add(new Found(path, name(path)));
        } else {
            entries.add(new Unreadable(path, true));
        }
        return entries;
    }

    private static void list(Path root, Path folder, List<Entry> entries) {
        List<Path> members;
        try (Stream<Path> listed = Files.list(folder)) {
            members = listed.sorted().toList();
        } catch (IOException e) {
            entries.add(new Unreadable(folder, false));
            return;
        }
        for (Path member : members) {
            if (name(member).toString().startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(member)) {
                if (!Files.isSymbolicLink(member)) {
                    list(root, member, entries);
                }
            } else if (isPicture(member)) {
                entries.add(new Found(member, root.relativize(member)));
            }
        }
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Path name(Path path) {
        Path name = path.getFileName();
        return name == null ? path : name;
    }
}
