package dev.gantry.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

class KeptStatementsTest {

    private final List<String> prepared = new ArrayList<>();
    private Handle handle;

    @BeforeEach
    void open() throws Exception {
        Connection connection = new SQLiteDataSource().getConnection();
        var counting = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
        Jdbi jdbi = Jdbi.create(() -> counting);
        jdbi.setStatementBuilderFactory(_ -> new KeptStatements());
        handle = jdbi.open();
        handle.execute("CREATE TABLE word (text TEXT)");
        prepared.clear();
    }

    @AfterEach
    void close() {
        handle.close();
    }

    private int insert(String word) {
        return handle.createUpdate("INSERT INTO word (text) VALUES (:word)")
                .bind("word", word)
                .execute();
    }

    private List<String> words(String first) {
        return handle.createQuery("SELECT text FROM word WHERE text LIKE :first || '%' ORDER BY text")
                .bind("first", first)
                .mapTo(String.class)
                .list();
    }

    @Test
    void aStatementIsPreparedOnceWhateverIsBound() {
        for (String word : List.of("beech", "birch", "oak")) {
            assertThat(insert(word)).isEqualTo(1);
        }
        assertThat(words("b")).containsExactly("beech", "birch");
        assertThat(words("o")).containsExactly("oak");
        var batch = handle.prepareBatch("INSERT INTO word (text) VALUES (:word)");
        batch.bind("word", "elm").add().bind("word", "elder").add();
        assertThat(batch.execute()).containsExactly(1, 1);
        assertThat(words("e")).containsExactly("elder", "elm");

        assertThat(prepared).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aStatementThatIsInUseIsNotGivenAway() {
        List.of("a1", "a2", "b1").forEach(this::insert);
        prepared.clear();
        List<String> pairs = new ArrayList<>();
        try (var outer = handle
                .createQuery("SELECT text FROM word WHERE text LIKE :first || '%' ORDER BY text")
                .bind("first", "a")
                .mapTo(String.class)
                .stream()) {
            outer.forEach(word -> pairs.add(word + words("b")));
        }
        assertThat(pairs).containsExactly("a1[b1]", "a2[b1]");
        assertThat(prepared).hasSize(2);
    }
}
