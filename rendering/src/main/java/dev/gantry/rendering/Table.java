package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the style tables: a row a line, cells between semicolons, formats between bars; {@code +} continues a row. */
final class Table {
    private Table() {}

    static List<List<String>> rows(String table) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : table.replace("\n+", "|").lines().toList()) {
            rows.add(Arrays.stream(line.split(";", -1)).map(String::strip).toList());
        }
        return rows;
    }

    static String[] formats(String cell) {
        return cell.split("\\|", -1);
    }

    static String letters(String cell) {
        return cell.equals("*") ? PlateStyle.ALL_LETTERS : cell;
    }

    /** One colour scheme for each letter, so that a letter given twice is twice as likely. */
    static List<Scheme> schemes(String letters) {
        return letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'W' -> Scheme.WHITE;
                    case 'S' -> Scheme.SILVER;
                    case 'Y' -> Scheme.YELLOW;
                    case 'O' -> Scheme.ORANGE;
                    case 'R' -> Scheme.RED_INK;
                    case 'B' -> Scheme.BLUE_INK;
                    case 'G' -> Scheme.GREEN_INK;
                    case 'K' -> Scheme.BLACK;
                    case 'U' -> Scheme.BLUE;
                    case 'D' -> Scheme.RED;
                    case 'N' -> Scheme.GREEN;
                    case 'L' -> Scheme.LIGHT_BLUE;
                    default -> throw new IllegalArgumentException("No colours for " + (char) letter + ".");
                })
                .toList();
    }
}
