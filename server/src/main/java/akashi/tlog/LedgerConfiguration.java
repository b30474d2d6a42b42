package akashi.tlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the ledger connections of its own, so that busy requests cannot keep it from writing. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    /** Connections of the ledger; not a {@code DataSource} bean, so that nobody else gets them. */
    static final class Connections implements DisposableBean {
        private final HikariDataSource pool;

        Connections(HikariDataSource pool) {
            this.pool = pool;
        }

        HikariDataSource pool() {
            return pool;
        }

        @Override
        public void destroy() {
            pool.close();
        }
    }

    @Bean
    Connections ledgerConnections(JdbcConnectionDetails database) {
        return new Connections(new HikariDataSource(config(database)));
    }

    /** A silent network ends a step after ten seconds; a reader has given up by then. */
    static HikariConfig config(JdbcConnectionDetails database) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("ApplicationName", "akashi-ledger");
        return config;
    }

    @Bean
    LedgerNode ledgerNode(
            Connections connections, LedgerSettings settings, Clock clock, MeterRegistry registry, OwnEntries own) {
        return new LedgerNode(connections.pool(), settings, clock, registry, own);
    }
}
