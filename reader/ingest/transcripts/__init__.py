"""Transcripts to articles: subtitles, the JSON of whisper and its kin, text with names and times."""

from reader.ingest.transcripts.transcribed import transcript_in

__all__ = ["transcript_in"]
