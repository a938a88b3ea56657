package dev.gantry.server.cli;

import dev.gantry.PlateRecognizer;
import dev.gantry.RecognizerOptions;
import dev.gantry.detect.Detection;
import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Photos for the commands, and a recogniser that understands them: a white picture has a plate in its middle, whose text
 * tells the picture's width; a black one has none.
 */
final class Photos {

    static final int HEIGHT = 60;
    private static final double SURE = 0.98;

    /** White after it has been through a video. */
    private static final int NEARLY_WHITE = 240;

    private Photos() {}

    static PlateRecognizer recognizer(RecognizerOptions options) {
        return PlateRecognizer.of(
                image -> isWhite(image)
                        ? List.of(new Detection(plate(image.width()), Quad.of(plate(image.width())), 0.9))
                        : List.of(),
                (image, _) -> reading("AB" + image.width()),
                options);
    }

    /** Where the plate is on a white photo of this width. */
    static Box plate(int width) {
        return new Box(width / 4.0, 20, width / 2.0, 20);
    }

    static Path white(Path file, int width) throws IOException {
        return write(file, width, Color.WHITE);
    }

    static Path black(Path file, int width) throws IOException {
        return write(file, width, Color.BLACK);
    }

    static byte[] whiteBytes(int width) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(width, Color.WHITE), "png", bytes);
        return bytes.toByteArray();
    }

    private static Path write(Path file, int width, Color color) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture(width, color), "png", file.toFile());
        return file;
    }

    private static BufferedImage picture(int width, Color color) {
        var picture = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, HEIGHT);
        graphics.dispose();
        return picture;
    }

    private static boolean isWhite(Image image) {
        return (image.bgr()[0] & 0xff) >= NEARLY_WHITE;
    }

    private static Reading reading(String text) {
        var characters = text.chars()
                .mapToObj(c -> new ReadCharacter(Character.toString(c), SURE))
                .toList();
        return new Reading(
                text, SURE, characters, List.of(new Candidate(text, SURE)), new CharacterLattice(List.of(), List.of()));
    }
}
