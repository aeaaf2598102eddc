//! Many resumes: the work list, the reading and scoring in parallel, and the files that come out.
