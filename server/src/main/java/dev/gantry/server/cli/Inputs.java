package dev.gantry.server.cli;

import dev.gantry.server.files.PictureFiles;
import dev.gantry.server.files.VideoFiles;
import dev.gantry.server.json.ErrorCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the arguments of a command line into the pictures to recognise, in order. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private final List<Input> inputs = new ArrayList<>();
    private final Set<Path> annotated = new HashSet<>();

    private Inputs() {}

    static List<Input> of(List<String> paths) {
        var inputs = new Inputs();
        paths.forEach(inputs::add);
        return inputs.inputs;
    }

    private void add(String path) {
        if (path.equals(STANDARD_INPUT)) {
            inputs.add(new Input.OfStandardInput(STANDARD_INPUT, annotated(Path.of("stdin"), ".jpg")));
            return;
        }
        try {
            for (PictureFiles.Entry entry : PictureFiles.find(Path.of(path))) {
                inputs.add(input(entry));
            }
        } catch (InvalidPathException e) {
            inputs.add(new Input.Bad(path, ErrorCode.NOT_FOUND, "This is no path of a file."));
        }
    }

    private Input input(PictureFiles.Entry entry) {
        String name = entry.path().toString();
        return switch (entry) {
            case PictureFiles.Found found ->
                VideoFiles.isVideo(found.path())
                        ? new Input.OfVideo(name, found.path(), annotated(found.relative(), ".mp4"))
                        : new Input.OfFile(name, found.path(), annotated(found.relative(), ".jpg"));
            case PictureFiles.Unreadable unreadable ->
                unreadable.missing()
                        ? new Input.Bad(name, ErrorCode.NOT_FOUND, "There is no such file or folder.")
                        : new Input.Bad(name, ErrorCode.UNREADABLE_FILE, "The folder cannot be read.");
        };
    }

    /** {@code a/b.png} becomes {@code a/b.plates.jpg}, or {@code a/b.plates-2.jpg} if that is taken: no photo is lost. */
    private Path annotated(Path relative, String ending) {
        String name = String.valueOf(relative.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path target = relative.resolveSibling(stem + ".plates" + ending);
        for (int number = 2; !annotated.add(target); number++) {
            target = relative.resolveSibling(stem + ".plates-" + number + ending);
        }
        return target;
    }
}
