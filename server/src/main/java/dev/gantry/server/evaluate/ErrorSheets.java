package dev.gantry.server.evaluate;

import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Strip;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.server.files.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Writes contact sheets of all mistakes, one PNG or more for each set. The pictures are decoded once more, one after the
 * other, so that memory does not grow with the number of mistakes.
 */
public final class ErrorSheets {

    /** A sheet of four columns that still opens quickly. */
    private static final int TILES_ON_SHEET = 200;

    /** Room around a plate, as a share of its size, so that a misplaced quad can be seen. */
    private static final double ROOM = 0.2;

    /** A crop has no more around it. */
    private static final double NO_ROOM = 0.05;

    private final ImageDecoder decoder;
    private final Path directory;
    private final Rectifier scenes = new Rectifier(Tile.STRIP_WIDTH, Tile.STRIP_HEIGHT, ROOM, ROOM);
    private final Rectifier crops = new Rectifier(Tile.STRIP_WIDTH, Tile.STRIP_HEIGHT, NO_ROOM, NO_ROOM);

    public ErrorSheets(ImageDecoder decoder, Path directory) {
        this.decoder = decoder;
        this.directory = directory;
    }

    /**
     * @return the files that were written
     */
    public List<Path> write(List<PictureResult> results) throws IOException {
        Files.createDirectories(directory);
        var bySet = new LinkedHashMap<String, List<PictureResult>>();
        for (PictureResult result : results) {
            bySet.computeIfAbsent(result.picture().set(), set -> new ArrayList<>())
                    .add(result);
        }
        var written = new ArrayList<Path>();
        for (var set : bySet.entrySet()) {
            writeSet(set.getKey(), set.getValue(), written);
        }
        return written;
    }

    private void writeSet(String set, List<PictureResult> results, List<Path> written) throws IOException {
        var tiles = new ArrayList<Tile>();
        int sheet = 0;
        for (PictureResult result : results) {
            tiles.addAll(tiles(result));
            if (tiles.size() >= TILES_ON_SHEET) {
                written.add(writeSheet(set, ++sheet, tiles));
                tiles.clear();
            }
        }
        if (!tiles.isEmpty()) {
            written.add(writeSheet(set, ++sheet, tiles));
        }
    }

    private List<Tile> tiles(PictureResult result) throws IOException {
        var mistakes = Mistake.of(result);
        if (mistakes.isEmpty() || result.fault() != null) {
            return List.of();
        }
        try {
            Image image = decoder.decode(PictureFile.read(result.picture().file(), ImageLimits.DEFAULT.maxBytes()));
            var rectifier = result.picture().kind() == LabelledPicture.Kind.CROP ? crops : scenes;
            return mistakes.stream()
                    .map(mistake -> new Tile(
                            strip(rectifier, image, mistake),
                            mistake,
                            result.picture().name()))
                    .toList();
        } catch (ImageException e) {
            return List.of(); // it was decoded a moment ago: someone is changing the file
        }
    }

    private static Strip strip(Rectifier rectifier, Image image, Mistake mistake) {
        Quad quad = mistake.quad();
        return rectifier.rectify(image, quad != null ? quad : Quad.of(new Box(0, 0, image.width(), image.height())));
    }

    private Path writeSheet(String set, int number, List<Tile> tiles) throws IOException {
        String name = set.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        Path file = directory.resolve(number == 1 ? name + ".png" : name + "-" + number + ".png");
        BufferedImage sheet = Tile.sheet(tiles);
        ImageIO.write(sheet, "png", file.toFile());
        return file;
    }
}
