-- The topics of the connector, read up to their end of now. ${...} stands for an argument of the job.

CREATE TEMPORARY TABLE EXPECTED_TRADE (
  MKSC_SHRN_ISCD STRING,
  STCK_CNTG_HOUR TIME(3),
  STCK_PRPR BIGINT,
  PRDY_VRSS BIGINT,
  PRDY_CTRT DECIMAL(18, 2),
  ACML_VOL BIGINT,
  BSOP_DATE DATE,
  HOUR_CLS_CODE STRING,
  KAFKA_OFFSET BIGINT METADATA FROM 'offset' VIRTUAL,
  KAFKA_HEADERS MAP<STRING, BYTES> METADATA FROM 'headers' VIRTUAL
) WITH (
  'connector' = 'kafka',
  'topic' = '${topic}',
  'properties.bootstrap.servers' = '${bootstrap.servers}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = '${schema.registry.url}'
);

CREATE TEMPORARY TABLE GAP (
  MKSC_SHRN_ISCD STRING,
  REASON STRING,
  FROM_MICROS BIGINT,
  TO_MICROS BIGINT,
  RECORDS_LOST BIGINT
) WITH (
  'connector' = 'kafka',
  'topic' = '${gap.topic}',
  'properties.bootstrap.servers' = '${bootstrap.servers}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = '${schema.registry.url}'
);
