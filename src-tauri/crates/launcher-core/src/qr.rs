//! [`QrPicture`]: a text as a picture that the camera of another machine reads.

use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder as _, Shape};
use fast_qr::{ECL, QRBuilder, QRCode};

use crate::error::{Code, LauncherError};

/// Light modules around the picture; readers need four.
const MARGIN: usize = 4;

/// A text as a QR code.
pub struct QrPicture(QRCode);

impl std::fmt::Debug for QrPicture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QrPicture({} modules)", self.0.size)
    }
}

impl QrPicture {
    /// Fails for texts of more than some 2,300 bytes.
    pub fn of(text: &str) -> Result<Self, LauncherError> {
        QRBuilder::new(text)
            .ecl(ECL::M)
            .build()
            .map(Self)
            .map_err(|_| LauncherError::new(Code::TooLongForQr))
    }

    /// As SVG: black on white, whatever the theme.
    pub fn svg(&self) -> String {
        SvgBuilder::default()
            .shape(Shape::Square)
            .margin(MARGIN)
            .to_str(&self.0)
    }

    /// As lines for a terminal, two rows of modules in each: a block is dark, a blank
    /// is light.
    pub fn half_blocks(&self) -> Vec<String> {
        let side = self.0.size + 2 * MARGIN;
        (0..side)
            .step_by(2)
            .map(|y| {
                (0..side)
                    .map(|x| match (self.is_dark(x, y), self.is_dark(x, y + 1)) {
                        (true, true) => '\u{2588}',
                        (true, false) => '\u{2580}',
                        (false, true) => '\u{2584}',
                        (false, false) => ' ',
                    })
                    .collect()
            })
            .collect()
    }

    /// Counted from the corner of the margin, which is light.
    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = MARGIN..MARGIN + self.0.size;
        inside.contains(&x) && inside.contains(&y) && self.0[y - MARGIN][x - MARGIN].value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_its_margin_and_the_marks_in_three_corners() {
        let picture = QrPicture::of("openmeetings://add-server?url=https%3A%2F%2Fh%2F").unwrap();
        let lines = picture.half_blocks();
        assert!(lines[0].trim().is_empty() && lines[1].trim().is_empty());
        let mark = "█▀▀▀▀▀█";
        assert!(lines[2].starts_with(&format!("    {mark}")), "{}", lines[2]);
        assert!(lines[2].ends_with(&format!("{mark}    ")), "{}", lines[2]);
        let svg = picture.svg();
        assert!(svg.starts_with("<svg") && !svg.contains("script"), "{svg}");
    }

    #[test]
    fn what_is_too_long_is_refused() {
        let refused = QrPicture::of(&"x".repeat(4096)).unwrap_err();
        assert_eq!(refused.code, Code::TooLongForQr);
    }
}
