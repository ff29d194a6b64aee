package io.github.kisconnect.record;

import java.math.BigDecimal;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;

/** How two-decimal values appear in the topic. */
public enum DecimalMode {
  /** Connect Decimal of scale 2, with the precision that Avro wants stated. */
  PRECISE {
    @Override
    SchemaBuilder schema() {
      return Decimal.builder(SCALE).parameter("connect.decimal.precision", "18");
    }

    @Override
    Object value(long hundredths) {
      return BigDecimal.valueOf(hundredths, SCALE);
    }
  },
  /** The float64 nearest to the decimal value. */
  DOUBLE {
    @Override
    SchemaBuilder schema() {
      return SchemaBuilder.float64();
    }

    @Override
    Object value(long hundredths) {
      return hundredths / 100.0;
    }
  },
  /** Text as {@code -3.14}, always with both decimals. */
  STRING {
    @Override
    SchemaBuilder schema() {
      return SchemaBuilder.string();
    }

    @Override
    Object value(long hundredths) {
      return BigDecimal.valueOf(hundredths, SCALE).toPlainString();
    }
  };

  private static final int SCALE = 2;

  /** A fresh builder of the Connect type. */
  abstract SchemaBuilder schema();

  /** The Connect value of so many hundredths. */
  abstract Object value(long hundredths);
}
