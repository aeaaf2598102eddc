//! Frames on a pipe: eight bytes of length, lowest first, then as many bytes.

use std::io::{self, Read, Write};

/// Writes a frame.
pub fn write(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(bytes)?;
    out.flush()
}

/// Reads a frame of at most `most` bytes; none at the end of the stream.
pub fn read(input: &mut impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; size_of::<u64>()];
    match input.read_exact(&mut length) {
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from_le_bytes(length);
    if length > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the frame is too long"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    if input.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_back_as_they_were_and_broken_ones_are_errors() {
        let mut pipe = Vec::new();
        write(&mut pipe, b"one").unwrap();
        write(&mut pipe, b"").unwrap();
        let mut input = pipe.as_slice();
        assert_eq!(read(&mut input, 3).unwrap().unwrap(), b"one");
        assert_eq!(read(&mut input, 3).unwrap().unwrap(), b"");
        assert!(read(&mut input, 3).unwrap().is_none());
        assert!(read(&mut pipe.as_slice(), 2).is_err(), "longer than allowed");
        assert!(read(&mut &pipe[..9], 3).is_err(), "cut short");
    }
}
