package dev.fastcodec.bench;

import dev.fastcodec.bench.parquet.ColumnChunk;
import dev.fastcodec.bench.parquet.ColumnMetaData;
import dev.fastcodec.bench.parquet.Encoding;
import dev.fastcodec.bench.parquet.FileMetaData;
import dev.fastcodec.bench.parquet.LogicalType;
import dev.fastcodec.bench.parquet.RowGroup;
import dev.fastcodec.bench.parquet.SchemaElement;
import dev.fastcodec.bench.parquet.Statistics;
import dev.fastcodec.bench.parquet.TimeUnit;
import java.util.List;

/** Ours, for footers of Parquet files. */
final class FastcodecFooters {
    private FastcodecFooters() {}

    static Subject<org.apache.parquet.format.FileMetaData, FileMetaData> subject() {
        return new Subject<>(FastcodecFooters::build, FileMetaData.COMPACT::encode, FileMetaData.COMPACT::decode);
    }

    private static FileMetaData build(org.apache.parquet.format.FileMetaData data) {
        FileMetaData file = new FileMetaData()
                .setVersion(data.getVersion())
                .setNumRows(data.getNum_rows())
                .setCreatedBy(data.getCreated_by())
                .setRowGroups(List.of());
        for (var each : data.getSchema()) {
            element(file.addSchema(), each);
        }
        for (var each : data.getRow_groups()) {
            group(file.addRowGroups(), each);
        }
        if (data.isSetKey_value_metadata()) {
            for (var each : data.getKey_value_metadata()) {
                file.addKeyValueMetadata().setKey(each.getKey()).setValue(each.getValue());
            }
        }
        if (data.isSetColumn_orders()) {
            for (int i = data.getColumn_orders().size(); i > 0; i--) {
                file.addColumnOrders().mutableTYPEORDER();
            }
        }
        return file;
    }

    private static void element(SchemaElement element, org.apache.parquet.format.SchemaElement data) {
        element.setName(data.getName());
        if (data.isSetType()) {
            element.typeNumber(data.getType().getValue());
        }
        if (data.isSetRepetition_type()) {
            element.repetitionTypeNumber(data.getRepetition_type().getValue());
        }
        if (data.isSetConverted_type()) {
            element.convertedTypeNumber(data.getConverted_type().getValue());
        }
        if (data.isSetType_length()) {
            element.setTypeLength(data.getType_length());
        }
        if (data.isSetNum_children()) {
            element.setNumChildren(data.getNum_children());
        }
        if (data.isSetScale()) {
            element.setScale(data.getScale());
        }
        if (data.isSetPrecision()) {
            element.setPrecision(data.getPrecision());
        }
        if (data.isSetField_id()) {
            element.setFieldId(data.getField_id());
        }
        if (data.isSetLogicalType()) {
            logicalType(element.mutableLogicalType(), data.getLogicalType());
        }
    }

    private static void logicalType(LogicalType type, org.apache.parquet.format.LogicalType data) {
        switch (data.getSetField()) {
            case STRING -> type.mutableSTRING();
            case MAP -> type.mutableMAP();
            case LIST -> type.mutableLIST();
            case ENUM -> type.mutableENUM();
            case DECIMAL ->
                type.mutableDECIMAL()
                        .setScale(data.getDECIMAL().getScale())
                        .setPrecision(data.getDECIMAL().getPrecision());
            case DATE -> type.mutableDATE();
            case TIME ->
                unit(
                        type.mutableTIME()
                                .setIsAdjustedToUTC(data.getTIME().isIsAdjustedToUTC())
                                .mutableUnit(),
                        data.getTIME().getUnit());
            case TIMESTAMP ->
                unit(
                        type.mutableTIMESTAMP()
                                .setIsAdjustedToUTC(data.getTIMESTAMP().isIsAdjustedToUTC())
                                .mutableUnit(),
                        data.getTIMESTAMP().getUnit());
            case INTEGER ->
                type.mutableINTEGER()
                        .setBitWidth(data.getINTEGER().getBitWidth())
                        .setIsSigned(data.getINTEGER().isIsSigned());
            case UNKNOWN -> type.mutableUNKNOWN();
            case UUID -> type.mutableUUID();
            default -> throw new IllegalArgumentException("no footer had " + data);
        }
    }

    private static void unit(TimeUnit unit, org.apache.parquet.format.TimeUnit data) {
        switch (data.getSetField()) {
            case MILLIS -> unit.mutableMILLIS();
            case MICROS -> unit.mutableMICROS();
            case NANOS -> unit.mutableNANOS();
        }
    }

    private static void group(RowGroup group, org.apache.parquet.format.RowGroup data) {
        group.setTotalByteSize(data.getTotal_byte_size()).setNumRows(data.getNum_rows());
        group.setColumns(List.of());
        for (var each : data.getColumns()) {
            chunk(group.addColumns(), each);
        }
        if (data.isSetFile_offset()) {
            group.setFileOffset(data.getFile_offset());
        }
        if (data.isSetTotal_compressed_size()) {
            group.setTotalCompressedSize(data.getTotal_compressed_size());
        }
        if (data.isSetOrdinal()) {
            group.setOrdinal(data.getOrdinal());
        }
    }

    private static void chunk(ColumnChunk chunk, org.apache.parquet.format.ColumnChunk data) {
        column(chunk.setFileOffset(data.getFile_offset()).mutableMetaData(), data.getMeta_data());
        if (data.isSetOffset_index_offset()) {
            chunk.setOffsetIndexOffset(data.getOffset_index_offset());
        }
        if (data.isSetOffset_index_length()) {
            chunk.setOffsetIndexLength(data.getOffset_index_length());
        }
        if (data.isSetColumn_index_offset()) {
            chunk.setColumnIndexOffset(data.getColumn_index_offset());
        }
        if (data.isSetColumn_index_length()) {
            chunk.setColumnIndexLength(data.getColumn_index_length());
        }
    }

    private static void column(ColumnMetaData column, org.apache.parquet.format.ColumnMetaData data) {
        column.typeNumber(data.getType().getValue())
                .codecNumber(data.getCodec().getValue())
                .setNumValues(data.getNum_values())
                .setTotalUncompressedSize(data.getTotal_uncompressed_size())
                .setTotalCompressedSize(data.getTotal_compressed_size())
                .setDataPageOffset(data.getData_page_offset())
                .setEncodings(List.of());
        for (var each : data.getEncodings()) {
            column.getEncodings().add(Encoding.forNumber(each.getValue()));
        }
        column.getPathInSchema().addAll(data.getPath_in_schema());
        if (data.isSetDictionary_page_offset()) {
            column.setDictionaryPageOffset(data.getDictionary_page_offset());
        }
        if (data.isSetStatistics()) {
            statistics(column.mutableStatistics(), data.getStatistics());
        }
        if (data.isSetEncoding_stats()) {
            for (var each : data.getEncoding_stats()) {
                column.addEncodingStats()
                        .pageTypeNumber(each.getPage_type().getValue())
                        .encodingNumber(each.getEncoding().getValue())
                        .setCount(each.getCount());
            }
        }
    }

    private static void statistics(Statistics statistics, org.apache.parquet.format.Statistics data) {
        if (data.isSetMax()) {
            statistics.setMax(data.max.array());
        }
        if (data.isSetMin()) {
            statistics.setMin(data.min.array());
        }
        if (data.isSetMax_value()) {
            statistics.setMaxValue(data.max_value.array());
        }
        if (data.isSetMin_value()) {
            statistics.setMinValue(data.min_value.array());
        }
        if (data.isSetNull_count()) {
            statistics.setNullCount(data.getNull_count());
        }
    }
}
