"""The archive of a newsroom: quotes of more articles than one library holds, as a folder of Parquet files."""
