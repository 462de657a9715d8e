package dev.fastcodec.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.TSerializer;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/** The classes that Apache Parquet has from libthrift's compiler, for footers. */
final class ApacheFooters {
    private ApacheFooters() {}

    static Subject<FileMetaData, FileMetaData> subject() {
        try {
            return new Subject<>(
                    ApacheFooters::build,
                    new TSerializer(new TCompactProtocol.Factory())::serialize,
                    ApacheFooters::decode);
        } catch (TTransportException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileMetaData decode(byte[] footer) throws TException {
        FileMetaData file = new FileMetaData();
        file.read(new TCompactProtocol(new ArrayTransport(footer)));
        return file;
    }

    private static FileMetaData build(FileMetaData data) {
        FileMetaData file = new FileMetaData()
                .setVersion(data.getVersion())
                .setNum_rows(data.getNum_rows())
                .setCreated_by(data.getCreated_by());
        for (SchemaElement each : data.getSchema()) {
            file.addToSchema(element(each));
        }
        file.setRow_groups(new ArrayList<>());
        for (RowGroup each : data.getRow_groups()) {
            file.addToRow_groups(group(each));
        }
        if (data.isSetKey_value_metadata()) {
            for (KeyValue each : data.getKey_value_metadata()) {
                file.addToKey_value_metadata(
                        new KeyValue().setKey(each.getKey()).setValue(each.getValue()));
            }
        }
        if (data.isSetColumn_orders()) {
            for (ColumnOrder each : data.getColumn_orders()) {
                file.addToColumn_orders(ColumnOrder.TYPE_ORDER(each.getTYPE_ORDER()));
            }
        }
        return file;
    }

    private static SchemaElement element(SchemaElement data) {
        SchemaElement element = new SchemaElement()
                .setType(data.getType())
                .setRepetition_type(data.getRepetition_type())
                .setName(data.getName())
                .setConverted_type(data.getConverted_type());
        if (data.isSetType_length()) {
            element.setType_length(data.getType_length());
        }
        if (data.isSetNum_children()) {
            element.setNum_children(data.getNum_children());
        }
        if (data.isSetScale()) {
            element.setScale(data.getScale());
        }
        if (data.isSetPrecision()) {
            element.setPrecision(data.getPrecision());
        }
        if (data.isSetField_id()) {
            element.setField_id(data.getField_id());
        }
        if (data.isSetLogicalType()) {
            element.setLogicalType(logicalType(data.getLogicalType()));
        }
        return element;
    }

    private static LogicalType logicalType(LogicalType data) {
        return switch (data.getSetField()) {
            case DECIMAL ->
                LogicalType.DECIMAL(new DecimalType(
                        data.getDECIMAL().getScale(), data.getDECIMAL().getPrecision()));
            case INTEGER ->
                LogicalType.INTEGER(new IntType(
                        data.getINTEGER().getBitWidth(), data.getINTEGER().isIsSigned()));
            case TIME ->
                LogicalType.TIME(new TimeType(
                        data.getTIME().isIsAdjustedToUTC(), unit(data.getTIME().getUnit())));
            case TIMESTAMP ->
                LogicalType.TIMESTAMP(new TimestampType(
                        data.getTIMESTAMP().isIsAdjustedToUTC(),
                        unit(data.getTIMESTAMP().getUnit())));
            default -> new LogicalType(data.getSetField(), data.getFieldValue());
        };
    }

    private static TimeUnit unit(TimeUnit data) {
        return new TimeUnit(data.getSetField(), data.getFieldValue());
    }

    private static RowGroup group(RowGroup data) {
        RowGroup group =
                new RowGroup().setTotal_byte_size(data.getTotal_byte_size()).setNum_rows(data.getNum_rows());
        group.setColumns(new ArrayList<>());
        for (ColumnChunk each : data.getColumns()) {
            group.addToColumns(chunk(each));
        }
        if (data.isSetFile_offset()) {
            group.setFile_offset(data.getFile_offset());
        }
        if (data.isSetTotal_compressed_size()) {
            group.setTotal_compressed_size(data.getTotal_compressed_size());
        }
        if (data.isSetOrdinal()) {
            group.setOrdinal(data.getOrdinal());
        }
        return group;
    }

    private static ColumnChunk chunk(ColumnChunk data) {
        ColumnChunk chunk =
                new ColumnChunk().setFile_offset(data.getFile_offset()).setMeta_data(column(data.getMeta_data()));
        if (data.isSetOffset_index_offset()) {
            chunk.setOffset_index_offset(data.getOffset_index_offset());
        }
        if (data.isSetOffset_index_length()) {
            chunk.setOffset_index_length(data.getOffset_index_length());
        }
        if (data.isSetColumn_index_offset()) {
            chunk.setColumn_index_offset(data.getColumn_index_offset());
        }
        if (data.isSetColumn_index_length()) {
            chunk.setColumn_index_length(data.getColumn_index_length());
        }
        return chunk;
    }

    private static ColumnMetaData column(ColumnMetaData data) {
        ColumnMetaData column = new ColumnMetaData()
                .setType(data.getType())
                .setEncodings(new ArrayList<>(data.getEncodings()))
                .setPath_in_schema(new ArrayList<>(data.getPath_in_schema()))
                .setCodec(data.getCodec())
                .setNum_values(data.getNum_values())
                .setTotal_uncompressed_size(data.getTotal_uncompressed_size())
                .setTotal_compressed_size(data.getTotal_compressed_size())
                .setData_page_offset(data.getData_page_offset());
        if (data.isSetDictionary_page_offset()) {
            column.setDictionary_page_offset(data.getDictionary_page_offset());
        }
        if (data.isSetStatistics()) {
            column.setStatistics(statistics(data.getStatistics()));
        }
        if (data.isSetEncoding_stats()) {
            List<PageEncodingStats> stats = new ArrayList<>();
            for (PageEncodingStats each : data.getEncoding_stats()) {
                stats.add(new PageEncodingStats(each.getPage_type(), each.getEncoding(), each.getCount()));
            }
            column.setEncoding_stats(stats);
        }
        return column;
    }

    private static Statistics statistics(Statistics data) {
        Statistics statistics = new Statistics();
        // The setters copy; ours do not.
        statistics.max = wrapped(data.max);
        statistics.min = wrapped(data.min);
        statistics.max_value = wrapped(data.max_value);
        statistics.min_value = wrapped(data.min_value);
        if (data.isSetNull_count()) {
            statistics.setNull_count(data.getNull_count());
        }
        return statistics;
    }

    private static @Nullable ByteBuffer wrapped(@Nullable ByteBuffer content) {
        return content == null ? null : ByteBuffer.wrap(content.array());
    }
}
