package dev.gantry.training.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reader's characters: digits, Latin capitals and the signs of China's 31 provinces; the blank comes last. */
final class Alphabet {

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private final List<String> characters = new ArrayList<>();
    private final Map<Integer, Integer> indices = new HashMap<>();

    Alphabet() {
        ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + PROVINCES).codePoints().forEach(character -> {
            indices.put(character, characters.size());
            characters.add(Character.toString(character));
        });
    }

    List<String> characters() {
        return List.copyOf(characters);
    }

    int blank() {
        return characters.size();
    }

    /** Characters and the blank. */
    int classes() {
        return characters.size() + 1;
    }

    /** True when every character of the text is in the alphabet. */
    boolean covers(String text) {
        return text.codePoints().allMatch(indices::containsKey);
    }

    int[] encode(String text) {
        return text.codePoints().map(indices::get).toArray();
    }

    /**
     * The likeliest class at each position of one item of a batch.
     *
     * @param scores [items, positions, classes]
     */
    int[] best(float[] scores, int item, int positions) {
        var path = new int[positions];
        Arrays.setAll(path, position -> {
            int base = (item * positions + position) * classes();
            int best = 0;
            for (int c = 1; c < classes(); c++) {
                best = scores[base + c] > scores[base + best] ? c : best;
            }
            return best;
        });
        return path;
    }

    /** The text of a sequence of class indices: repetitions merged, blanks dropped. */
    String collapse(int[] path) {
        var text = new StringBuilder();
        int last = blank();
        for (int index : path) {
            if (index != last && index != blank()) {
                text.append(characters.get(index));
            }
            last = index;
        }
        return text.toString();
    }
}
