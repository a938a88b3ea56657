package dev.gantry.server.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Statements of one connection that are prepared once, and not each time: of a small write that would be the dearest part. */
final class KeptStatements extends DefaultStatementBuilder {

    /** More than all that are executed again and again. */
    private static final int MOST = 64;

    private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** As they were prepared: who closes one names it by the text before its parameters were parsed. */
    private final Map<Statement, String> busy = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql); // whoever asks for it meanwhile is given another one
        PreparedStatement statement = kept == null ? super.create(connection, sql, context) : kept;
        busy.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String named, Statement statement) throws SQLException {
        String sql = busy.remove(statement);
        if (sql == null
                || statement instanceof CallableStatement
                || !(statement instanceof PreparedStatement prepared)
                || prepared.isClosed()
                || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        prepared.clearParameters();
        prepared.clearBatch();
        idle.put(sql, prepared);
        if (idle.size() > MOST) {
            idle.pollFirstEntry().getValue().close(); // the one that was idle for longest
        }
    }
}
