package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelCardTest {

    private enum Fruit {
        RED_APPLE,
        PEAR
    }

    @TempDir
    Path folder;

    private static ModelCard card(String fields) {
        return ModelCard.parse("mine.json", ("{\"gantryCard\":1" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fields_are_found_by_their_path() {
        var card = card(", \"a\":{\"b\":[1.5,2],\"c\":\"red-apple\",\"d\":7}, \"e\":[\"京\"]");
        assertThat(card.numbers("a.b", 2)).containsExactly(1.5f, 2f);
        assertThat(card.choice("a.c", Fruit.class)).isEqualTo(Fruit.RED_APPLE);
        assertThat(card.positive("a.d")).isEqualTo(7);
        assertThat(card.texts("e")).containsExactly("京");
        assertThat(card.number("a.z", 3)).isEqualTo(3);
        assertThat(card.all()).containsKeys("gantryCard", "a", "e");
    }

    @Test
    void a_missing_field_is_named_with_what_belongs_there() {
        assertThatThrownBy(() -> card("").positive("input.longSide"))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelException.Code.BAD_CARD))
                .hasMessage("mine.json: field \"input.longSide\" is missing; it must be a positive whole number");
    }

    @Test
    void a_wrong_value_is_named_with_what_was_found() {
        assertThatThrownBy(() -> card(", \"a\":\"x\"").number("a"))
                .hasMessage("mine.json: field \"a\" must be a number, but is \"x\"");
        assertThatThrownBy(() -> card(", \"a\":[1]").numbers("a", 3)).hasMessageContainingAll("3 numbers", "[1]");
        assertThatThrownBy(() -> card(", \"a\":\"plum\"").choice("a", Fruit.class))
                .hasMessageContainingAll("red-apple", "pear", "plum");
        assertThatThrownBy(() -> card(", \"a\":0").positive("a")).hasMessageContaining("positive");
    }

    @Test
    void what_is_no_card_is_told() {
        assertThatThrownBy(() -> ModelCard.parse("x.json", new byte[] {'{'})).hasMessageContaining("x.json is no JSON");
        assertThatThrownBy(() -> ModelCard.parse("x.json", new byte[] {'[', ']'}))
                .hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> ModelCard.parse("x.json", "{\"gantryCard\":2}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContainingAll("gantryCard", "number 1", "is 2");
    }

    @Test
    void a_model_is_found_by_its_own_path_and_by_its_cards() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"gantryCard\":1,\"task\":\"reader\",\"name\":\"mine\",\"model\":\"a.onnx\"}");
        Files.write(folder.resolve("a.onnx"), new byte[] {1, 2});
        var byModel = ModelFile.at(folder.resolve("a.onnx"), "reader").info();
        assertThat(ModelFile.at(folder.resolve("a.json"), "reader").info()).isEqualTo(byModel);
        assertThat(byModel.name()).isEqualTo("mine");
        assertThat(byModel.sha256()).isEqualTo("a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222");
    }

    @Test
    void what_is_not_there_is_told() throws IOException {
        assertThatThrownBy(() -> ModelFile.at(folder.resolve("none.onnx"), "reader"))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelException.Code.MISSING))
                .hasMessageContaining("no model at");
        Files.write(folder.resolve("b.onnx"), new byte[] {1, 2});
        assertThatThrownBy(() -> ModelFile.at(folder.resolve("b.onnx"), "reader"))
                .hasMessageContainingAll("has no card", "b.json");
        Files.writeString(folder.resolve("b.json"), "{\"gantryCard\":1,\"task\":\"detector\"}");
        assertThatThrownBy(() -> ModelFile.at(folder.resolve("b.onnx"), "reader"))
                .hasMessageContainingAll("task", "reader", "detector");
    }
}
