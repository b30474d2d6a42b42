package akashi.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Lets a connection be silent for as long as the thread that takes it has {@link Patience}; the pool sets it back. */
@Component
class PatientConnections implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Limited) ? new Limited(source) : bean;
    }

    private static final class Limited extends DelegatingDataSource {
        Limited(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var limit = Patience.limit();
            if (limit != null) {
                try {
                    connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
                } catch (SQLException e) {
                    connection.close();
                    throw e;
                }
            }
            return connection;
        }
    }
}
